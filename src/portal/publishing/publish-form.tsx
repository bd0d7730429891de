import { Button } from '../components/button.tsx';
import type { FieldFault } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { RadioGroup } from '../components/radio-group.tsx';
import { TextField } from '../components/text-field.tsx';
import { wordsIn } from '../words/words.ts';
import { DeclarationFields } from './declaration-fields.tsx';
import type { Publication } from './open-publication.ts';
import type { PublicationForm } from './publication-form.ts';

/** The declaration, the time, a word to colleagues, who is told, and the button. */
export function PublishForm({
  publication: { review, language, path, signedIn },
  form,
  faults,
}: {
  readonly publication: Publication;
  readonly form: PublicationForm;
  readonly faults: readonly FieldFault[];
}) {
  const say = wordsIn(language).publishing;
  const { fourEyes } = review.rules;
  const badTime = faults.find(({ field }) => field === 'date')?.text;
  return (
    <Form action={`${path}/publish`} signedIn={signedIn} label={say.title}>
      <input type="hidden" name="version" value={String(review.stored.version)} />
      <input type="hidden" name="revision" value={String(review.copy?.revision ?? 0)} />
      <DeclarationFields words={form} faults={faults} language={language} />
      <div class="form-part">
        <RadioGroup
          name="when"
          label={say.whenTitle}
          language={language}
          value={form.when}
          choices={[
            { value: 'now', label: fourEyes ? say.nowApproved : say.now },
            { value: 'later', label: say.later },
          ]}
        />
        <div class="field-row">
          <TextField
            name="date"
            type="date"
            size={12}
            label={say.date}
            value={form.date}
            error={badTime}
            isOptional
            language={language}
          />
          <TextField
            name="time"
            size={6}
            label={say.time}
            help={say.timeHelp}
            value={form.time}
            inputMode="numeric"
            isOptional
            language={language}
          />
        </div>
      </div>
      <div class="form-part">
        <TextField
          name="note"
          label={fourEyes ? say.note : say.reason}
          help={fourEyes ? say.noteHelp : say.reasonHelp}
          value={form.note}
          maxLength={500}
          isOptional
          language={language}
        />
      </div>
      <section class="form-part" aria-labelledby="told">
        <h2 id="told">{say.toldTitle}</h2>
        <ul>
          {fourEyes && <li>{say.toldApprovers}</li>}
          {say.told.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </section>
      <FormButtons>
        <Button>{fourEyes ? say.submit : say.publish}</Button>
        <a href={`${path}/edit`}>{wordsIn(language).forms.cancel}</a>
      </FormButtons>
    </Form>
  );
}
