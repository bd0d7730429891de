import type { SignedIn } from '../../accounts/signed-in.ts';
import type { Resource } from '../../catalog/resource.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Onboarding } from '../../onboarding/onboarding.ts';
import { type Step, stepsOf } from '../../onboarding/onboarding-steps.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import type { FormState } from '../form-state.ts';
import { wordsIn } from '../words/words.ts';

/** The step that leads on from each state stands open; the others are folded. */
const onward: ReadonlySet<Step> = new Set(['agree', 'confirm', 'activate', 'resume', 'reconsider']);
const destroys: ReadonlySet<Step> = new Set(['refuse', 'end']);
const demandsReason: ReadonlySet<Step> = new Set(['refuse', 'send-back', 'pause', 'end']);

type OperatorStep = keyof ReturnType<typeof wordsIn>['onboarding']['matter']['actions'] & Step;

interface Shown {
  readonly onboarding: Onboarding;
  /** The organisation, once it is made. */
  readonly organization: Resource | undefined;
  readonly form: FormState;
  readonly base: string;
  readonly signedIn: SignedIn | undefined;
  readonly language: UserLanguage;
}

/** What the operator can do now: a form for each step. */
export function MatterActions(shown: Shown) {
  const { onboarding, form, language } = shown;
  const say = wordsIn(language).onboarding;
  const possible = stepsOf('operator', onboarding.state) as readonly OperatorStep[];
  if (possible.length === 0) return <p class="quiet">{say.states[onboarding.state]}</p>;
  const tried = form.value('do');
  return (
    <>
      {possible.toSorted(byUse).map((step) =>
        onward.has(step) ? (
          <StepForm key={step} step={step} {...shown} />
        ) : (
          <Disclosure key={step} summary={say.matter.actions[step]} open={tried === step}>
            <StepForm step={step} {...shown} />
          </Disclosure>
        ),
      )}
    </>
  );
}

/** What leads on stands first. */
function byUse(a: Step, b: Step): number {
  return Number(onward.has(b)) - Number(onward.has(a));
}

function StepForm({
  step,
  onboarding: { id },
  organization,
  form,
  base,
  signedIn,
  language,
}: Shown & { readonly step: OperatorStep }) {
  const say = wordsIn(language).onboarding.matter;
  // Several forms have the same fields; what was typed belongs to the one that was sent.
  const isTried = form.value('do') === step || form.value('do') === '';
  const field = (name: string) => ({
    name,
    id: `${step}-${name}`,
    language,
    value: isTried ? form.value(name) : '',
    error: isTried ? form.error(name) : undefined,
  });
  return (
    <Form action={`/operator/onboarding/${id}`} signedIn={signedIn} label={say.actions[step]}>
      {step === 'agree' && (
        <TextField {...field('agreement')} label={say.agreementField} help={say.agreementHelp} />
      )}
      {step === 'confirm' && (
        <>
          <TextField {...field('name')} label={say.name} help={say.nameHelp(base)} size={30} />
          <TextField {...field('nameEn')} label={say.nameEn} isOptional lang="en" />
        </>
      )}
      {step === 'end' && (
        <>
          <p>{say.endHelp}</p>
          <TextField
            {...field('name')}
            label={say.endName}
            help={organization?.name}
            size={30}
            autocomplete="off"
          />
        </>
      )}
      {step !== 'confirm' && step !== 'activate' && (
        <TextArea
          {...field('reason')}
          label={demandsReason.has(step) ? say.reason : say.optionalReason}
          help={say.reasonHelp}
          rows={3}
          isOptional={!demandsReason.has(step)}
        />
      )}
      <FormButtons>
        <Button
          name="do"
          value={step}
          variant={destroys.has(step) ? 'danger' : onward.has(step) ? 'primary' : 'secondary'}
        >
          {say.actions[step]}
        </Button>
      </FormButtons>
    </Form>
  );
}
