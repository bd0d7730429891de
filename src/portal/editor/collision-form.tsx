import type { Difference } from '../../catalog/merge-writings.ts';
import type { JsonValue } from '../../kernel/json.ts';
import { Button } from '../components/button.tsx';
import { CsrfField } from '../components/csrf-field.tsx';
import { wordsIn } from '../words/words.ts';
import { editorFields } from './editor-fields.ts';
import { fieldOf } from './issue-anchor.ts';
import type { OpenEditor } from './open-editor.ts';

/** What is chosen unless somebody chooses otherwise: what only one of the two changed is that one's. */
export function usualPick({ changedBy }: Difference): 'mine' | 'theirs' {
  return changedBy === 'them' ? 'theirs' : 'mine';
}

/** Both writings side by side, to choose from: what both have changed first. */
export function CollisionForm({
  editor,
  differences,
  hidden,
}: {
  readonly editor: OpenEditor;
  readonly differences: readonly Difference[];
  readonly hidden: Readonly<Record<string, string>>;
}) {
  const { workspace, rules, className } = editor;
  const { language } = workspace;
  const words = wordsIn(language).editor.collision;
  const order = { both: 0, me: 1, them: 2 } as const;
  const sorted = differences.toSorted(
    (one, other) => order[one.changedBy] - order[other.changedBy],
  );
  return (
    <form class="form wide" method="post" action={`${editor.address}/collision`} noValidate>
      <CsrfField signedIn={workspace.signedIn} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {differences.length === 0 && <p>{words.same}</p>}
      {sorted.map((difference) => {
        const { property, changedBy } = difference;
        const label =
          rules.plan.class(className).property.get(property)?.label[language] ?? property;
        return (
          <fieldset class="collision-property" key={property}>
            <legend>{label}</legend>
            <p class="field-help">{words.changedBy[changedBy]}</p>
            <div class="collision-sides">
              {(['mine', 'theirs'] as const).map((side) => {
                const id = `${property}-${side}`;
                return (
                  <div key={side}>
                    <div class="ds-field">
                      <input
                        class="ds-input"
                        type="radio"
                        id={id}
                        name={`pick:${property}`}
                        value={side}
                        checked={usualPick(difference) === side}
                      />
                      <label for={id}>{words.sides[side]}</label>
                    </div>
                    <Writing editor={editor} property={property} value={difference[side]} />
                  </div>
                );
              })}
            </div>
          </fieldset>
        );
      })}
      <div class="form-buttons">
        <Button>{words.solve}</Button>
        <a href={editor.address}>{words.leave}</a>
      </div>
    </form>
  );
}

/** What one side says of a property: a line for each thing that is said. */
function Writing({
  editor: { rules, className, workspace },
  property,
  value,
}: {
  readonly editor: OpenEditor;
  readonly property: string;
  readonly value: JsonValue | undefined;
}) {
  const { language } = workspace;
  const words = wordsIn(language).editor;
  if (value === undefined) return <p class="quiet">{words.collision.nothing}</p>;
  const fields = editorFields(rules, className, { [property]: value });
  const said = [...fields].filter(([name]) => !/\/(?:@id|@type)$|\?/.test(name));
  const view = { rules, language, className, fields, languages: ['sv'] };
  return (
    <dl class="collision-writing">
      {said.map(([name, text]) => (
        <div key={name}>
          <dt>{wayTo(fieldOf(view, name).label, name, words.languageName)}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The way to a text without the property's own name, which stands above; with its language. */
function wayTo(label: string, name: string, languageName: (tag: string) => string): string {
  const [, ...way] = label.split(': ');
  const tag = /\/([a-z]{2,3}(?:-[A-Za-z0-9-]+)?)(?:\/\d+)?$/.exec(name)?.[1];
  return [...way, ...(tag === undefined ? [] : [languageName(tag)])].join(', ');
}
