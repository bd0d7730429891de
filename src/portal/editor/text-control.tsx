import { describedAt } from './editor-field.tsx';
import { type Spot, textAt } from './editor-view.ts';
import { valueOfText } from './typed-value.ts';

/** Text that is written into, as one line or as several. A text with several lines never loses them to a field for one. */
export function TextControl({
  spot,
  name,
  label,
  lang,
  rows,
  list,
}: {
  readonly spot: Spot;
  /** Of the field, which is also its id. */
  readonly name: string;
  /** For assistive technology, where no label is seen. */
  readonly label?: string;
  readonly lang?: string | undefined;
  /** So many lines high; without it one line. */
  readonly rows?: number | undefined;
  /** Id of a list of suggestions. */
  readonly list?: string | undefined;
}) {
  const { view } = spot;
  const text = list === undefined ? textAt(view, name) : labelled(spot, textAt(view, name));
  const common = {
    class: 'ds-input',
    id: name,
    name,
    lang,
    'aria-label': label,
    readOnly: !view.mayEdit,
    ...describedAt(spot),
  };
  if (rows !== undefined || text.includes('\n')) {
    return (
      // A browser leaves out the first line break of what stands in a textarea.
      <textarea {...common} rows={rows ?? 3}>
        {text.startsWith('\n') ? `\n${text}` : text}
      </textarea>
    );
  }
  const { inputMode, size, type } = kindOf(spot);
  return (
    <input
      {...common}
      type={type}
      value={text}
      list={list}
      inputMode={inputMode}
      size={size}
      spellcheck={spot.property.node === 'text' ? undefined : false}
      autocomplete="off"
    />
  );
}

/** A concept is shown by its name where the name is understood again. */
function labelled({ property, view }: Spot, text: string): string {
  const { vocabulary } = property;
  if (vocabulary === undefined || property.node === 'literal') return text;
  const label = view.rules.vocabularies.get(vocabulary).label(text, view.language);
  const means =
    label === undefined ? undefined : valueOfText(property, label, view.rules.vocabularies);
  return label !== undefined && means === text ? label : text;
}

interface ControlKind {
  readonly type: 'text';
  readonly inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url';
  readonly size?: number;
}

/** Text fields all: a browser throws away what it finds wrong in fields for dates and numbers. */
function kindOf({ property: { widget, format } }: Spot): ControlKind {
  if (widget === 'email') return { type: 'text', inputMode: 'email' };
  if (widget === 'telephone') return { type: 'text', inputMode: 'tel', size: 24 };
  if (widget === 'address' || widget === 'iri') return { type: 'text', inputMode: 'url' };
  if (format === 'date') return { type: 'text', size: 20 };
  if (format === 'integer') return { type: 'text', inputMode: 'numeric', size: 16 };
  if (format === 'decimal') return { type: 'text', inputMode: 'decimal', size: 16 };
  if (format === 'duration') return { type: 'text', size: 20 };
  return { type: 'text' };
}
