import { classOf } from '../../../catalog/resource.ts';
import type { Level } from '../../../kernel/issue.ts';
import { mostPoints } from '../../../quality/metrics.ts';
import type { Quality } from '../../../quality/quality-judge.ts';
import { ratingLabels } from '../../../quality/rating.ts';
import { fieldOf } from '../../editor/issue-anchor.ts';
import { type EditorParts, say } from './editor-parts.ts';
import type { FormJudge, JudgedForm } from './judged-form.ts';
import { redraw } from './redraw.ts';

const levels: readonly Level[] = ['error', 'warning', 'info'];

/** What the panel beside the form shows of a judgement: the score, the next best thing to do, and what is left to mend. */
export function livePanel(
  { told }: EditorParts,
  { judge }: FormJudge,
): (judged: JudgedForm) => void {
  const panel = document.querySelector<HTMLElement>('[data-panel]');
  const score = panel?.querySelector<HTMLElement>('[data-score]');
  const list = panel?.querySelector<HTMLElement>('[data-issue-list]');
  const status = document.querySelector<HTMLElement>('#editor-status');
  const { language } = told;
  /** Unfolded when it comes to be; else folds are the reader's. */
  let worst: Level | undefined;
  const formClass = classOf[told.subject.kind];
  let saidBefore = '';
  let isFirst = true;

  return (judged) => {
    if (judged.quality !== undefined && score) redraw(score, scoreParts(judged.quality, judged));
    if (list) showIssues(list, judged);
    announce(judged);
    isFirst = false;
  };

  function scoreParts(quality: Quality, judged: JudgedForm): readonly HTMLElement[] {
    const { afterHarvest, here, stars, fixes, advice } = quality;
    const box = element('div', 'editor-points');
    box.append(
      figure(say(told, 'scoreHere'), here.total),
      figure(
        say(told, 'scoreHarvest'),
        afterHarvest.total,
        ratingLabels[afterHarvest.rating][language],
      ),
      stat(say(told, 'stars'), say(told, 'starsOf', { COUNT: stars.best })),
    );
    const parts = [box];
    if (afterHarvest.sureness === 'assumed')
      parts.push(element('p', 'small', say(told, 'assumed')));
    const [best, ...others] = [...fixes, ...advice];
    if (best !== undefined) {
      parts.push(
        element('h2', '', `${say(told, 'nextFix')} (Alt+N)`),
        fixLink(best, judged, 'editor-next-fix'),
      );
      if (others.length > 0) parts.push(moreFixes(others, judged));
    }
    return parts;
  }

  function figure(label: string, total: number, word?: string): HTMLElement {
    const meter = document.createElement('meter');
    meter.max = mostPoints;
    meter.value = total;
    meter.ariaLabel = label;
    const text = `${total} ${say(told, 'of', { MOST: mostPoints })}`;
    const part = stat(label, word === undefined ? text : `${text} · ${word}`);
    part.append(meter);
    return part;
  }

  function stat(label: string, value: string): HTMLElement {
    const part = element('div', 'editor-stat');
    part.append(element('span', 'small', label), element('strong', '', value));
    return part;
  }

  function fixLink(
    { pointer, text }: Quality['fixes'][number],
    judged: JudgedForm,
    className = '',
  ): HTMLElement {
    return linkTo(pointer, judged, className, text[language]);
  }

  /** @param text what it says when not the place itself */
  function linkTo(
    pointer: string,
    { fields }: JudgedForm,
    className = '',
    text?: string,
  ): HTMLElement {
    const { anchor, label } = fieldOf(
      { rules: judge, language, className: formClass, fields, languages: ['sv', 'en'] },
      pointer,
    );
    const link = element('a', className, text ?? label);
    link.setAttribute('href', `#${anchor}`);
    link.dataset.goto = pointer;
    return link;
  }

  function moreFixes(fixes: Quality['fixes'], judged: JudgedForm): HTMLElement {
    const title = say(told, 'moreFixes', { COUNT: fixes.length });
    return folded(
      title,
      fixes.map((fix) => fixLink(fix, judged)),
    );
  }

  function showIssues(list: HTMLElement, judged: JudgedForm): void {
    // The heading, and the button that has everything said.
    const parts: HTMLElement[] = [...list.querySelectorAll<HTMLElement>('h2, button')];
    const isGood = judged.issues.length === 0;
    for (const button of list.querySelectorAll('button')) button.hidden = isGood;
    if (isGood) parts.push(element('p', 'all-good', say(told, 'allGood')));
    for (const level of levels) {
      const own = judged.issues.filter((issue) => issue.level === level);
      if (own.length === 0) continue;
      const details = folded(
        counted(level, own.length),
        own.map(({ pointer }) => linkTo(pointer, judged)),
      );
      details.className = level;
      parts.push(details);
    }
    redraw(list, parts);
    const worstNow = levels.find((level) => judged.issues.some((issue) => issue.level === level));
    if (worstNow === worst) return;
    worst = worstNow;
    const details = list.querySelector<HTMLDetailsElement>(`details.${worst}`);
    if (details !== null) details.open = true;
  }

  function announce({ issues, quality }: JudgedForm): void {
    if (status === null) return;
    const parts = levels.flatMap((level) => {
      const count = issues.filter((issue) => issue.level === level).length;
      return count === 0 || level === 'info' ? [] : [counted(level, count)];
    });
    const points = quality?.afterHarvest.total;
    const said = [
      parts.length === 0 ? say(told, 'nothingWrong') : parts.join(', '),
      ...(points === undefined ? [] : [say(told, 'pointsSaid', { COUNT: points })]),
    ].join('. ');
    if (said === saidBefore) return;
    saidBefore = said;
    if (!isFirst) status.textContent = said;
  }

  function counted(level: Level, count: number): string {
    return say(told, count === 1 ? `${level}One` : `${level}Many`, { COUNT: count });
  }
}

/** Links in a list behind a title. */
function folded(title: string, links: readonly HTMLElement[]): HTMLDetailsElement {
  const details = document.createElement('details');
  const items = element('ul', '');
  for (const link of links) {
    const item = element('li', '');
    item.append(link);
    items.append(item);
  }
  details.append(element('summary', '', title), items);
  return details;
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
