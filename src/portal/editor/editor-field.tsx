import type { ComponentChildren } from 'preact';
import type { Issue, UserLanguage } from '../../kernel/issue.ts';
import type { PropertyPlan } from '../../profile/plan.ts';
import { Icon } from '../components/icon.tsx';
import { wordsIn } from '../words/words.ts';
import { issuesUnder, type Spot } from './editor-view.ts';

/** Attributes of a control that tie it to the help and the issues of its field. WCAG 2.2 §1.3.1, §3.3.1. */
export function describedAt({ view, place }: Spot): {
  readonly 'aria-describedby': string;
  readonly 'aria-invalid'?: 'true';
} {
  const found = issuesUnder(view.shown, place);
  const ids = found.length === 0 ? `${place}-help` : `${place}-help ${place}-issues`;
  return {
    'aria-describedby': ids,
    ...(found.some(({ level }) => level === 'error') ? { 'aria-invalid': 'true' } : {}),
  };
}

/** One property of a node: its name, its help, its controls, and what is to be said about what stands in them. */
export function EditorField({
  spot,
  label,
  issues = issuesUnder(spot.view.shown, spot.place),
  children,
}: {
  readonly spot: Spot;
  /** Id of the one control that the name belongs to; without one the name stands over several. */
  readonly label?: string;
  readonly issues?: readonly Issue[];
  readonly children: ComponentChildren;
}) {
  const { view, cls, property, place } = spot;
  const { language } = view;
  const name = <FieldName property={property} language={language} />;
  const inside = (
    <>
      <p class="field-help" id={`${place}-help`}>
        {property.help[language]}
      </p>
      {children}
      <FieldIssues issues={issues} property={property} place={place} language={language} />
    </>
  );
  const data = {
    'data-pointer': place,
    'data-class': cls.name,
    'data-property': property.name,
    'data-widget': property.widget,
    'data-obligation': property.obligation,
  };
  if (label === undefined) {
    return (
      <fieldset class="editor-field ds-fieldset" id={place} tabIndex={-1} {...data}>
        <legend>{name}</legend>
        {inside}
      </fieldset>
    );
  }
  return (
    <div class="editor-field" {...data}>
      <label for={label}>{name}</label>
      {inside}
    </div>
  );
}

function FieldName({
  property: { label, obligation },
  language,
}: {
  readonly property: PropertyPlan;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).editor;
  return (
    <>
      {label[language]}
      {(obligation === 'mandatory' || obligation === 'recommended') && (
        <span class={`editor-obligation ${obligation}`}> {words.obligations[obligation]}</span>
      )}
    </>
  );
}

const icons = { error: 'wrong', warning: 'warning', info: 'note' } as const;

/** What the profile says about what stands in a field, worst first. */
export function FieldIssues({
  issues,
  property,
  place,
  language,
}: {
  readonly issues: readonly Issue[];
  readonly property?: PropertyPlan;
  readonly place: string;
  readonly language: UserLanguage;
}) {
  const words = wordsIn(language).editor;
  return (
    <ul class="field-issues" id={`${place}-issues`} data-issues={place}>
      {issues.map((issue) => (
        <li key={issue.rule + issue.pointer} class={issue.level}>
          <Icon name={icons[issue.level]} />
          <span>
            <span class="hidden-visually">{words.levels[issue.level]}: </span>
            {shortened(issue.message[language], property?.help[language])}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What the help above says already is not said again. */
function shortened(message: string, help: string | undefined): string {
  return help !== undefined && message.endsWith(help)
    ? message.slice(0, -help.length).trim()
    : message;
}
