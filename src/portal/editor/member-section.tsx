import type { ClassPlan } from '../../profile/plan.ts';
import { Button } from '../components/button.tsx';
import { Icon } from '../components/icon.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { wordsIn } from '../words/words.ts';
import { FieldIssues } from './editor-field.tsx';
import { type EditorView, issuesAt, issuesUnder, type Spot } from './editor-view.ts';
import { below } from './field-tree.ts';
import { formProperties } from './form-properties.ts';
import { NodeFields } from './node-fields.tsx';

/** More members than these are drawn one at a time: the others are carried along in hidden fields until they are opened. */
const mostDrawn = 12;

/** One of several things of a kind: folded behind its name, to be moved and removed by plain buttons. */
export function MemberSection({
  spot,
  cls,
  place,
  index,
  count,
  isFolded,
}: {
  readonly spot: Spot;
  readonly cls: ClassPlan;
  readonly place: string;
  readonly index: number;
  readonly count: number;
  readonly isFolded: boolean;
}) {
  const { view } = spot;
  const words = wordsIn(view.language).editor;
  const faults = issuesUnder(view.issues, place).filter(({ level }) => level === 'error').length;
  const isOpen = faults > 0 || view.open.includes(place);
  const title =
    memberTitle(view, cls, place) ?? words.numbered(cls.label[view.language], index + 1);
  const name = (
    <>
      <span class="editor-node-title">{title}</span>
      {faults > 0 && (
        <span class="editor-node-faults">
          <Icon name="wrong" /> {words.faults(faults)}
        </span>
      )}
    </>
  );
  const moves = view.mayEdit && (
    <div class="editor-node-moves">
      {index > 0 && <Move action={`up:${place}`} icon="up" text={words.moveUp} about={title} />}
      {index < count - 1 && (
        <Move action={`down:${place}`} icon="down" text={words.moveDown} about={title} />
      )}
      <Move action={`remove:${place}`} icon="close" text={words.removeThis} about={title} />
    </div>
  );
  if (count > mostDrawn && !isOpen) {
    return (
      <div class="editor-node closed" id={place} tabIndex={-1} data-node={place}>
        <p>{name}</p>
        <HiddenFields view={view} place={place} />
        <Button variant="tertiary" size="small" name="action" value={`open:${place}`}>
          {words.openThis}
          <VisuallyHidden> {title}</VisuallyHidden>
        </Button>
        {moves}
      </div>
    );
  }
  const inside = (
    <>
      <FieldIssues issues={ownIssues(view, cls, place)} place={place} language={view.language} />
      <NodeFields view={view} cls={cls} place={place} />
      {moves}
    </>
  );
  if (!isFolded) {
    return (
      <div class="editor-node plain" id={place} tabIndex={-1} data-node={place}>
        {inside}
      </div>
    );
  }
  return (
    <details class="editor-node" id={place} open={isOpen || count === 1} data-node={place}>
      <summary>
        {name}
        <Icon name="down" />
      </summary>
      <div class="editor-node-inside">{inside}</div>
    </details>
  );
}

function Move({
  action,
  icon,
  text,
  about,
}: {
  readonly action: string;
  readonly icon: 'up' | 'down' | 'close';
  readonly text: string;
  readonly about: string;
}) {
  return (
    <Button variant="tertiary" size="small" icon={icon} name="action" value={action}>
      {text}
      <VisuallyHidden> {about}</VisuallyHidden>
    </Button>
  );
}

/** Everything that is said of a thing that is not drawn. */
function HiddenFields({ view, place }: { readonly view: EditorView; readonly place: string }) {
  const own = [...view.fields].filter(([name]) => name.startsWith(`${place}/`));
  return (
    <>
      {own.map(([name, text]) => (
        <input key={name} type="hidden" name={name} value={text} />
      ))}
    </>
  );
}

/** What a thing is called: its title or name in the reader's language, or what comes first of what is said in words. */
function memberTitle(view: EditorView, cls: ClassPlan, place: string): string | undefined {
  for (const property of formProperties(view.rules.plan, cls)) {
    if (property.node !== 'text' || property.many) continue;
    const at = below(place, property.name);
    for (const language of [view.language, ...view.languages, '@none']) {
      const text = view.fields.get(below(at, language))?.trim();
      if (text !== undefined && text !== '')
        return text.length > 80 ? `${text.slice(0, 79)}…` : text;
    }
    return undefined;
  }
  return undefined;
}

/** Issues of the thing itself, and of what its form has no field for. */
function ownIssues(view: EditorView, cls: ClassPlan, place: string) {
  const fields = formProperties(view.rules.plan, cls).map(({ name }) => below(place, name));
  const hasField = (pointer: string) =>
    fields.some((at) => pointer === at || pointer.startsWith(`${at}/`));
  return [
    ...issuesAt(view.shown, place),
    ...issuesUnder(view.issues, place).filter(
      ({ pointer }) => pointer !== place && !hasField(pointer),
    ),
  ];
}
