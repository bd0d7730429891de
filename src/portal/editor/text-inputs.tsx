import { markdownHtml } from '../markdown.ts';
import { wordsIn } from '../words/words.ts';
import { EditorField } from './editor-field.tsx';
import { countAt, type EditorView, isSaid, type Spot, textAt } from './editor-view.ts';
import { below } from './field-tree.ts';
import { isWordList } from './form-properties.ts';
import { TextControl } from './text-control.tsx';

/** Texts by language: all languages below each other; a script makes tabs of them. */
export function TextInputs({ spot }: { readonly spot: Spot }) {
  const { view, property, place } = spot;
  const shown = languagesAt(spot);
  const words = wordsIn(view.language).editor;
  const [only] = shown;
  const isRepeated = property.many && !isWordList(property);
  if (shown.length === 1 && only !== undefined && !isRepeated) {
    const name = below(place, only);
    return (
      <EditorField spot={spot} label={name}>
        <LanguageText spot={spot} language={only} />
      </EditorField>
    );
  }
  return (
    <EditorField spot={spot}>
      <div class="editor-languages" data-languages={place}>
        {shown.map((language) => (
          <div class="editor-language" key={language} data-language={language}>
            <label for={isRepeated ? below(place, language, 0) : below(place, language)}>
              {words.languageName(language)}
            </label>
            <LanguageText spot={spot} language={language} />
          </div>
        ))}
      </div>
    </EditorField>
  );
}

function LanguageText({ spot, language }: { readonly spot: Spot; readonly language: string }) {
  const { view, property, place } = spot;
  const name = below(place, language);
  const lang = language === '@none' ? undefined : language;
  const rows = property.widget === 'long-text' ? 5 : property.widget === 'words' ? 3 : undefined;
  if (!property.many || isWordList(property)) {
    return (
      <>
        <TextControl spot={spot} name={name} lang={lang} rows={rows} />
        {property.widget === 'long-text' && <AsShown view={view} text={textAt(view, name)} />}
      </>
    );
  }
  const count = countAt(view, name) + 1;
  return (
    <>
      {Array.from({ length: count }, (_, index) => (
        <TextControl
          key={below(name, index)}
          spot={spot}
          name={below(name, index)}
          lang={lang}
          rows={rows}
        />
      ))}
    </>
  );
}

/** How a long text that is written with marks (Markdown) is shown to readers; one without marks is shown as it is written. */
function AsShown({ view, text }: { readonly view: EditorView; readonly text: string }) {
  if (!/[*_`#[\]>|]|^\s*(?:-|\d+\.) /m.test(text)) return null;
  return (
    <details class="editor-as-shown">
      <summary>{wordsIn(view.language).editor.asShown}</summary>
      <div class="prose" dangerouslySetInnerHTML={{ __html: markdownHtml(text) }} />
    </details>
  );
}

/** Names may stand without a language, so one field is enough for them; other texts are asked for in every language of the form. */
function languagesAt({ view, property, place }: Spot): readonly string[] {
  const written = writtenLanguages(view, place);
  if (!property.tagOptional) return [...new Set([...view.languages, ...written])];
  return written.length === 0 ? ['sv'] : written;
}

function writtenLanguages(view: EditorView, place: string): readonly string[] {
  const tags = new Set<string>();
  for (const name of view.fields.keys()) {
    if (!name.startsWith(`${place}/`)) continue;
    const [tag = ''] = name.slice(place.length + 1).split('/');
    tags.add(tag);
  }
  return [...tags].filter((tag) => isSaid(view, below(place, tag)));
}

/** Values that are written as one line each: dates, numbers, addresses, identifiers. */
export function ValueInputs({
  spot,
  list,
}: {
  readonly spot: Spot;
  readonly list?: string | undefined;
}) {
  const { view, property, place } = spot;
  if (!property.many) {
    return (
      <EditorField spot={spot} label={place}>
        <TextControl spot={spot} name={place} list={list} />
      </EditorField>
    );
  }
  const count = countAt(view, place) + 1;
  return (
    <EditorField spot={spot}>
      <ol class="editor-values" data-values={place}>
        {Array.from({ length: count }, (_, index) => (
          <li key={below(place, index)}>
            <TextControl
              spot={spot}
              name={below(place, index)}
              label={`${property.label[view.language]} ${index + 1}`}
              list={list}
            />
          </li>
        ))}
      </ol>
    </EditorField>
  );
}
