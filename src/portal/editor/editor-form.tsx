import { Button } from '../components/button.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import type { Choice } from '../components/select.tsx';
import { wordsIn } from '../words/words.ts';
import { FieldIssues } from './editor-field.tsx';
import { type EditorView, issuesAt } from './editor-view.ts';
import { formGroups, formProperties } from './form-properties.ts';
import { inFormOrder, MoreFields, NodeIdentity } from './node-fields.tsx';
import { listId, suggestedVocabularies } from './pickers.ts';
import { PropertyList } from './property-list.tsx';

/**
 * The form of a record, drawn from the profile's plan: a property that is new in the schema files is drawn with no change here.
 * A plain form that works without a script; scripts find their way by this markup:
 *
 * - `form#editor[data-class][data-revision][data-checked][data-autosave]` is the form; its fields are named by JSON Pointers into the record
 *   (`/distribution/0/title/sv`), parts of a value by `?` (`/spatial/0/bbox?west`), what is carried along by `…/@id`, `…/@type`
 *   and `…/*`. `_revision`, `_base`, `_seen` and `_csrf` go with every post, `_check` when everything is said. `readEditorForm` makes the record of them.
 * - `section.editor-section[data-group]` is a group of the form.
 * - `.editor-field[data-pointer][data-class][data-property][data-widget][data-obligation]` is one property with its label,
 *   `.field-help`, controls and `ul.field-issues[data-issues]` (one `li.error|warning|info` for each issue, the list is there
 *   when it is empty too). An issue belongs to the field whose pointer is the longest beginning of its own.
 * - `.editor-languages[data-languages]` holds one `.editor-language[data-language]` for each language.
 * - `.editor-members[data-members]` holds things with forms of their own, `.editor-node[data-node]` (`details` when folded), and
 *   `.editor-reference`. `ol.editor-values[data-values]` holds one `li` for each value, the last one empty.
 * - `.editor-shape[data-shape=box|point]` holds the numbers of a box or a point.
 * - `details.editor-more[data-more]` holds what can be added.
 * - Buttons named `action` save and then do what their value says: `add:/distribution`, `remove:/distribution/0`,
 *   `up:…`, `down:…`, `describe:/publisher`, `open:…`, `language`, `save`, `check`, `draft`, `publish`.
 * - Fields to search in have a `list`, `datalist#list-…`, with `data-vocabulary` where it is one.
 */
export function EditorForm({ view }: { readonly view: EditorView }) {
  const { rules, className, language, address, mayEdit } = view;
  const words = wordsIn(language).editor;
  const cls = rules.plan.class(className);
  const groups = formGroups(rules.plan, cls);
  const drawn = new Set(formProperties(rules.plan, cls).map(({ name }) => name));
  // What the form has no field for nobody comes to: it is said at once.
  const rest = [
    ...issuesAt(view.shown, ''),
    ...view.issues.filter(
      ({ pointer }) => pointer !== '' && !drawn.has(pointer.split('/')[1] ?? ''),
    ),
  ];
  return (
    <form
      class="editor-form"
      id="editor"
      method="post"
      action={address}
      noValidate
      data-class={className}
      data-revision={view.revision}
      data-checked={view.isChecked ? '' : undefined}
      data-autosave={mayEdit ? `${address}/autosave` : undefined}
    >
      {/* Enter in a field presses the first button of a form. */}
      {mayEdit && (
        <button class="hidden-visually" type="submit" name="action" value="save" tabIndex={-1}>
          {words.save}
        </button>
      )}
      <CsrfField signedIn={view.signedIn} />
      <input type="hidden" name="_revision" value={view.revision} />
      <input type="hidden" name="_base" value={view.base} />
      <input type="hidden" name="_seen" value={view.seen} />
      {view.isChecked && <input type="hidden" name="_check" value="true" />}
      <NodeIdentity view={view} cls={cls} place="" />
      <FieldIssues issues={rest} place="" language={language} />
      {groups.map((group) => {
        const { first, more } = inFormOrder(view, cls, '', group.name);
        return (
          <section
            class="editor-section"
            key={group.name}
            id={`part-${group.name}`}
            data-group={group.name}
          >
            <h2>{group.label[language]}</h2>
            <div class="editor-fields">
              <PropertyList view={view} cls={cls} place="" properties={first} />
            </div>
            <MoreFields view={view} cls={cls} place="" properties={more} />
          </section>
        );
      })}
      {mayEdit && <AddLanguage view={view} />}
      <DataLists view={view} />
    </form>
  );
}

function AddLanguage({ view: { language, languages } }: { readonly view: EditorView }) {
  const words = wordsIn(language).editor;
  const choices = words.languageTags.filter((tag) => !languages.includes(tag));
  return (
    <div class="editor-add-language">
      <label for="add-language">{words.addLanguage}</label>
      <select class="ds-input" id="add-language" name="_language">
        {choices.map((tag) => (
          <option key={tag} value={tag}>
            {words.languageName(tag)}
          </option>
        ))}
      </select>
      <Button variant="secondary" name="action" value="language">
        {words.addLanguageButton}
      </Button>
    </div>
  );
}

function DataLists({ view }: { readonly view: EditorView }) {
  return (
    <>
      {suggestedVocabularies(view.rules, view.className).map(({ name, concepts }) => (
        <datalist key={name} id={listId(name)} data-vocabulary={name}>
          {concepts.map(({ iri, prefLabel }) => (
            <option key={iri} value={prefLabel[view.language]} />
          ))}
        </datalist>
      ))}
      {Object.entries(view.known)
        .filter(([name]) => !name.includes(':'))
        .map(([name, choices]) => (
          <datalist key={name} id={listId(name)}>
            {choices.map(({ value, label }: Choice) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </datalist>
        ))}
    </>
  );
}
