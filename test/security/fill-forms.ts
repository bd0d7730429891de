import type { PageField, PageForm } from './read-pages.ts';

/** What somebody writes who wants it to run, beginning with a word that is found again wherever it is shown. */
export function hostile(word: string): string {
  return `${word}"'><x-evil onclick=evil()></textarea></title></script><script>evil()</script><img src=x onerror=evil()>[l](javascript:evil()) [d](data:text/html,evil) {{7*7}} \${7*7} &lt;x-evil&gt;`;
}

/** The same where an address of mail or of the web is asked for: what a careless check lets through. */
const hostileAs: Readonly<Record<string, (word: string) => string>> = {
  email: (word) => `"${word}<x-evil/onclick=evil()>"@example.se`,
  url: (word) => `javascript:evil('${word}')//"><x-evil onclick=evil()>`,
};

/** What is not of that kind and still cannot be refused: as hostile as a right value can be. */
const rightAs: Readonly<Record<string, (word: string) => string>> = {
  email: (word) => `${word}'{{7*7}}@example.se`.toLowerCase(),
  url: (word) => `https://example.se/${word}?'{{7*7}}=\${7*7}#'onclick='evil()`,
  date: () => '2026-01-15',
  'datetime-local': () => '2026-01-15T10:00',
  number: () => '3',
  password: () => 'tre lugna renar vid sjön',
};

/** What some fields must hold, whatever their kind: the first pattern of the name that fits. */
const rightByName: readonly (readonly [RegExp, string])[] = [
  [/Number$/, '212000-2551'],
  [/email/i, 'nagon@example.se'],
  [/^starts$/, '2020-01-01T10:00'],
  [/^ends$/, '2099-01-02T10:00'],
  [/^from$|^until$|date/i, '2026-01-15'],
];

const text = /^(?:text|textarea|search|tel|email|url|date|datetime-local|number|password|month)$/;

/** Whether somebody writes in it themselves. */
export function isWritten({ type }: PageField): boolean {
  return text.test(type);
}

/**
 * The form with something hostile wherever somebody writes, the boxes ticked and the last of each choice taken.
 * @param round from 0; then what the page calls wrong is mended, from 2 all that has a kind
 * @param wordOf the word of a field
 */
export function filled(
  { fields }: PageForm,
  { round, wordOf }: { readonly round: number; readonly wordOf: (name: string) => string },
): Record<string, string> {
  const form: Record<string, string> = {};
  for (const field of fields) {
    const { name, type, value, options, checked } = field;
    if (isWritten(field)) form[name] = written(field, round, () => wordOf(name));
    else if (type === 'select-one') form[name] = value || (options.at(-1) ?? '');
    else if (type === 'radio') form[name] ??= value;
    else if (type === 'checkbox') {
      // Of long lists of concepts what is chosen is enough.
      if (checked || !/\/\d+$/.test(name)) form[name] = value;
    } else if (type === 'hidden') form[name] = value;
  }
  return form;
}

function written(field: PageField, round: number, wordOf: () => string): string {
  const { name, type, longest, wrong, value } = field;
  const cut = (text: string): string => (longest > 0 ? text.slice(0, longest) : text);
  if (round > 0 && !wrong && !(round > 1 && type in rightAs)) return value;
  const word = wordOf();
  if (round === 0) return cut((hostileAs[type] ?? hostile)(word));
  const byName = rightByName.find(([pattern]) => pattern.test(name))?.[1];
  const byKind = rightAs[type]?.(word);
  if (round === 1) return byKind ?? byName ?? `${word}"'><x-evil onclick=evil()>`;
  if (round > 2 && byName === undefined && byKind === undefined) return '';
  return byName ?? plain[type] ?? byKind ?? word;
}

const plain: Readonly<Record<string, string>> = {
  email: 'nagon@example.se',
  url: 'https://example.se/',
};
