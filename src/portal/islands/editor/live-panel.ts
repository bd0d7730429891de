import { classOf } from '../../../catalog/resource.ts';
import type { Level } from '../../../kernel/issue.ts';
import { mostPoints } from '../../../quality/metrics.ts';
import type { Quality } from '../../../quality/quality-judge.ts';
import { ratingLabels } from '../../../quality/rating.ts';
import { fieldOf } from '../../editor/issue-anchor.ts';
import { type EditorParts, say } from './editor-parts.ts';
import type { FormJudge, JudgedForm } from './judged-form.ts';

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
  let saidBefore = '';
  let isFirst = true;
  /** What somebody has folded or unfolded stays so; else the worst is open. */
  const isOpen = new Map<Level, boolean>();
  let worst: Level | undefined;

  return (judged) => {
    if (judged.quality !== undefined && score)
      score.replaceChildren(...scoreParts(judged.quality, judged));
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
  ): HTMLAnchorElement {
    const link = document.createElement('a');
    link.className = className;
    link.href = `#${anchorOf(pointer, judged).anchor}`;
    link.dataset.goto = pointer;
    link.textContent = text[language];
    return link;
  }

  function moreFixes(fixes: Quality['fixes'], judged: JudgedForm): HTMLElement {
    const before = score?.querySelector('details')?.open ?? false;
    const details = document.createElement('details');
    details.open = before;
    const items = document.createElement('ul');
    for (const fix of fixes) {
      const item = document.createElement('li');
      item.append(fixLink(fix, judged));
      items.append(item);
    }
    details.append(element('summary', '', say(told, 'moreFixes', { COUNT: fixes.length })), items);
    return details;
  }

  function showIssues(list: HTMLElement, judged: JudgedForm): void {
    for (const details of list.querySelectorAll('details')) {
      const level = levels.find((one) => details.classList.contains(one));
      if (level !== undefined && details.open !== (level === worst))
        isOpen.set(level, details.open);
    }
    worst = levels.find((level) => judged.issues.some((issue) => issue.level === level));
    const heading = list.querySelector('h2') ?? element('h2', '', '');
    const parts: HTMLElement[] = [heading];
    if (judged.issues.length === 0) parts.push(element('p', 'all-good', say(told, 'allGood')));
    for (const level of levels) {
      const own = judged.issues.filter((issue) => issue.level === level);
      if (own.length === 0) continue;
      const details = document.createElement('details');
      details.className = level;
      details.open = isOpen.get(level) ?? level === worst;
      const items = document.createElement('ul');
      for (const { pointer } of own) {
        const { anchor, label } = anchorOf(pointer, judged);
        const link = document.createElement('a');
        link.href = `#${anchor}`;
        link.dataset.goto = pointer;
        link.textContent = label;
        const item = document.createElement('li');
        item.append(link);
        items.append(item);
      }
      details.append(element('summary', '', counted(level, own.length)), items);
      parts.push(details);
    }
    // What somebody stands on stays: their place in the list is not taken from under them.
    const held =
      document.activeElement instanceof HTMLElement && list.contains(document.activeElement)
        ? document.activeElement.dataset.goto
        : undefined;
    list.replaceChildren(...parts);
    if (held !== undefined)
      list.querySelector<HTMLElement>(`[data-goto="${CSS.escape(held)}"]`)?.focus();
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

  function anchorOf(pointer: string, { fields }: JudgedForm) {
    const languages = ['sv', 'en'];
    const className = classOf[told.subject.kind];
    return fieldOf({ rules: judge, language, className, fields, languages }, pointer);
  }
}

function element(tag: string, className: string, text?: string): HTMLElement {
  const made = document.createElement(tag);
  if (className !== '') made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}
