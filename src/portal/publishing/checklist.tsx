import type { Check } from '../../catalog/review-publication.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import type { ClassPlan } from '../../profile/plan.ts';
import { Icon } from '../components/icon.tsx';
import type { IconName } from '../icons.ts';
import { wordsIn } from '../words/words.ts';

const icons: Readonly<Record<Check['state'], IconName>> = {
  passes: 'check',
  warns: 'warning',
  asks: 'note',
  blocks: 'wrong',
};

/** More remarks than this are told of by their number: the editor shows all. */
const mostShown = 8;

/** What has been looked at before a publication, each line with its outcome in words. */
export function Checklist({
  checks,
  plan,
  edit,
  language,
}: {
  readonly checks: readonly Check[];
  readonly plan: ClassPlan;
  /** Address of the editor. */
  readonly edit: string;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).publishing;
  return (
    <ul class="checklist">
      {checks.map(({ name, state, issues, changed }) => {
        const texts: Partial<Readonly<Record<Check['state'], string>>> = say.checks[name];
        return (
          <li key={name} class={`check ${state}`}>
            <Icon name={icons[state]} />
            <div>
              <p>
                <strong>{texts[state] ?? name}</strong>{' '}
                <span class="quiet small">{say.states[state]}</span>
              </p>
              {changed.length > 0 && (
                <p class="small">
                  {say.changedSince}:{' '}
                  {changed.map((one) => labelOf(plan, one, language)).join(', ')}
                </p>
              )}
              {issues.length > 0 && (
                <ul class="check-issues">
                  {issues.slice(0, mostShown).map(({ pointer, message, rule }) => (
                    <li key={`${rule} ${pointer}`}>
                      {withPlace(plan, pointer, message[language], language)}
                    </li>
                  ))}
                  {issues.length > mostShown && (
                    <li>{wordsIn(language).record.rest(String(issues.length - mostShown))}</li>
                  )}
                </ul>
              )}
              {(state === 'blocks' || (state === 'warns' && issues.length > 0)) &&
                name !== 'changes' && (
                  <p>
                    <a href={`${edit}?check=true`}>{say.mend}</a>
                  </p>
                )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** What is wrong, with the name of the field before it where the words do not say it. */
function withPlace(
  plan: ClassPlan,
  pointer: string,
  message: string,
  language: UserLanguage,
): string {
  const [, first = ''] = pointer.split('/');
  const label = first === '' ? '' : labelOf(plan, first, language);
  return label === '' || message.includes(label) ? message : `${label}: ${message}`;
}

function labelOf(plan: ClassPlan, name: string, language: UserLanguage): string {
  return plan.property.get(name)?.label[language] ?? name;
}
