import type { SignedIn } from '../../accounts/signed-in.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import type { FormState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';

/** Where the operator writes: to the customer, or a note to colleagues; and sends a new link. */
export function MatterWriting({
  onboarding: { id },
  form,
  signedIn,
  language,
}: {
  readonly onboarding: Onboarding;
  readonly form: FormState;
  readonly signedIn: SignedIn | undefined;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).onboarding;
  const say = words.matter;
  const action = `/operator/onboarding/${id}`;
  return (
    <>
      <Form action={action} signedIn={signedIn} label={say.toCustomer}>
        <TextArea
          name="text"
          label={say.toCustomer}
          language={language}
          value={form.value('text')}
          error={form.error('text')}
        />
        <FormButtons>
          <Button name="do" value="message" variant="secondary">
            {words.page.send}
          </Button>
          <Button name="do" value="note" variant="tertiary" icon="lock">
            {say.saveNote}
          </Button>
        </FormButtons>
        <p class="quiet small">{say.note}</p>
      </Form>
      <Disclosure summary={say.actions.link}>
        <p>{say.linkHelp}</p>
        <ActionForm action={action} signedIn={signedIn} fields={{ do: 'link' }}>
          {say.actions.link}
        </ActionForm>
      </Disclosure>
    </>
  );
}
