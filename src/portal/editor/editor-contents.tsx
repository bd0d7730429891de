import { wordsIn } from '../words/words.ts';
import type { EditorView } from './editor-view.ts';
import { formGroups, formProperties } from './form-properties.ts';

/** The parts of the form, each a link to it with how much is left to mend there. A script keeps the numbers (`[data-part]`). */
export function EditorContents({
  view: { rules, className, issues, language },
}: {
  readonly view: EditorView;
}) {
  const words = wordsIn(language).editor;
  const cls = rules.plan.class(className);
  const groupOf = new Map(
    formProperties(rules.plan, cls).map(({ name, group }) => [name, group] as const),
  );
  const groups = formGroups(rules.plan, cls);
  if (groups.length < 2) return null;
  return (
    <nav class="editor-contents" aria-label={words.contents}>
      <ul>
        {groups.map(({ name, label }) => {
          const left = issues.filter(
            ({ level, pointer }) =>
              level !== 'info' && groupOf.get(pointer.split('/')[1] ?? '') === name,
          ).length;
          return (
            <li key={name}>
              <a class="chip" href={`#part-${name}`} data-part={name}>
                {label[language]}
                <span class="editor-left-here">{left === 0 ? '' : words.leftHere(left)}</span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
