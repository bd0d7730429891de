import type { DeclarationWords } from '../../catalog/declare.ts';
import type { Declaration } from '../../catalog/working-copy.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { FieldFault } from '../components/error-summary.tsx';
import { FactList } from '../components/fact-list.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** The owner's declaration, to be made. */
export function DeclarationFields({
  words,
  faults,
  language,
}: {
  readonly words: DeclarationWords;
  readonly faults: readonly FieldFault[];
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).publishing;
  const error = (field: keyof DeclarationWords) =>
    faults.find((fault) => fault.field === field)?.text;
  return (
    <fieldset class="ds-fieldset form-part">
      <legend>{say.declarationTitle}</legend>
      <p class="field-help">{say.declarationHelp}</p>
      <TextField
        name="classifiedBy"
        label={say.classifiedBy}
        help={say.classifiedByHelp}
        value={words.classifiedBy}
        maxLength={200}
        error={error('classifiedBy')}
        language={language}
      />
      <TextField
        name="classifiedOn"
        type="date"
        size={12}
        label={say.classifiedOn}
        help={say.classifiedOnHelp}
        value={words.classifiedOn}
        error={error('classifiedOn')}
        language={language}
      />
      <TextArea
        name="ground"
        rows={3}
        label={say.ground}
        help={say.groundHelp}
        value={words.ground}
        maxLength={1000}
        error={error('ground')}
        language={language}
      />
    </fieldset>
  );
}

/** A declaration that has been made. */
export function DeclarationFacts({
  declaration,
  language,
}: {
  readonly declaration: Declaration;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).publishing;
  return (
    <FactList
      facts={[
        { label: say.classifiedBy, value: declaration.classifiedBy },
        { label: say.classifiedOn, value: formatDate(declaration.classifiedOn, language) },
        { label: say.ground, value: declaration.ground },
      ]}
    />
  );
}
