import type { SignedIn } from '../../accounts/signed-in.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { Vocabularies } from '../../vocabularies/vocabularies.ts';
import { Button } from '../components/button.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { RadioGroup } from '../components/radio-group.tsx';
import { type Choice, Select } from '../components/select.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextField } from '../components/text-field.tsx';
import { wordsIn } from '../words/words.ts';
import { carried } from './bulk-fields.ts';
import type { BulkProperty } from './bulk-properties.ts';

/** The questions before a change of many can be looked at. */

export interface QuestionProps {
  /** `/workspace/umea/bulk`. */
  readonly path: string;
  readonly signedIn: SignedIn;
  readonly language: UserLanguage;
  /** What has been said so far. */
  readonly fields: ReadonlyMap<string, string>;
}

/** More concepts than this are typed and not chosen from a list. */
const mostConcepts = 400;

/** Hidden fields with what was said before. */
export function Carried({
  fields,
  names,
}: {
  readonly fields: ReadonlyMap<string, string>;
  readonly names: readonly string[];
}) {
  return (
    <>
      {Object.entries(carried(fields, names)).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </>
  );
}

/** Which property, and what is to happen to it. */
export function PropertyQuestion({
  path,
  signedIn,
  language,
  fields,
  properties,
}: QuestionProps & { readonly properties: readonly BulkProperty[] }) {
  const say = wordsIn(language).bulk;
  return (
    <Form action={path} signedIn={signedIn} label={say.actions.change}>
      <Carried fields={fields} names={['action']} />
      <Select
        name="property"
        label={say.property}
        language={language}
        choices={properties.map(({ path: value, label }) => ({ value, label }))}
      />
      <RadioGroup
        name="mode"
        label={say.mode}
        language={language}
        value="set"
        choices={(['set', 'add', 'remove'] as const).map((value) => ({
          value,
          label: say.modes[value],
        }))}
      />
      <FormButtons>
        <Button>{say.next}</Button>
      </FormButtons>
    </Form>
  );
}

/** The value, as the property takes it. */
export function ValueQuestion({
  path,
  signedIn,
  language,
  fields,
  chosen: { property, label },
  vocabularies,
}: QuestionProps & { readonly chosen: BulkProperty; readonly vocabularies: Vocabularies }) {
  const say = wordsIn(language).bulk;
  const removes = fields.get('mode') === 'remove';
  const help = removes ? say.removeHelp : undefined;
  const choices = conceptsOf(property.vocabulary, vocabularies, language);
  return (
    <Form action={path} signedIn={signedIn} label={label}>
      <Carried fields={fields} names={['action', 'property', 'mode']} />
      <h2>{label}</h2>
      {property.help[language] !== '' && <p class="quiet">{property.help[language]}</p>}
      {property.node === 'text' ? (
        <>
          <TextArea
            name="valueSv"
            label={say.onSwedish}
            help={help ?? (property.many ? say.valueHelp : undefined)}
            lang="sv"
            rows={3}
            isOptional
            language={language}
          />
          <TextArea
            name="valueEn"
            label={say.onEnglish}
            lang="en"
            rows={3}
            isOptional
            language={language}
          />
        </>
      ) : choices !== undefined ? (
        <Select
          name="value"
          label={say.chooseValue}
          help={help}
          language={language}
          isOptional={removes}
          choices={[...(removes ? [{ value: '', label: '–' }] : []), ...choices]}
        />
      ) : property.many ? (
        <TextArea
          name="value"
          label={say.value}
          help={help ?? say.valueHelp}
          rows={3}
          isOptional={removes}
          language={language}
        />
      ) : (
        <TextField
          name="value"
          label={say.value}
          help={help}
          isOptional={removes}
          language={language}
        />
      )}
      <FormButtons>
        <Button>{say.preview}</Button>
      </FormButtons>
    </Form>
  );
}

/** Which series; for operators also which organisation. */
export function MoveQuestion({
  path,
  signedIn,
  language,
  fields,
  series,
  isOperator,
}: QuestionProps & { readonly series: readonly Choice[]; readonly isOperator: boolean }) {
  const say = wordsIn(language).bulk;
  return (
    <Form action={path} signedIn={signedIn} label={say.actions.move}>
      <Carried fields={fields} names={['action']} />
      <Select
        name="series"
        label={say.series}
        language={language}
        choices={[...series, { value: '', label: say.noSeries }]}
      />
      {isOperator && (
        <TextField
          name="to"
          label={say.organization}
          help={say.organizationHelp}
          isOptional
          language={language}
        />
      )}
      <FormButtons>
        <Button>{say.preview}</Button>
      </FormButtons>
    </Form>
  );
}

function conceptsOf(
  vocabulary: string | undefined,
  vocabularies: Vocabularies,
  language: UserLanguage,
): readonly Choice[] | undefined {
  if (vocabulary === undefined) return undefined;
  const scheme = vocabularies.get(vocabulary);
  if (scheme.concepts.length === 0 || scheme.concepts.length > mostConcepts) return undefined;
  const collator = new Intl.Collator(language);
  return scheme.concepts
    .map(({ iri }) => ({ value: iri, label: scheme.label(iri, language) ?? iri }))
    .toSorted((a, b) => collator.compare(a.label, b.label));
}
