import { combobox } from './combobox.ts';

/** Suggestions under a search field while somebody types. The field's form works as ever; a suggestion that is chosen is a link that is followed. */

interface Suggestion {
  readonly type: string;
  readonly text: string;
  readonly href: string;
}

/** Makes a field suggest. The words come from its `data-words`. */
export function suggest(field: HTMLInputElement): void {
  const words: Readonly<Record<string, string>> = JSON.parse(field.dataset.words ?? '{}');
  combobox(field, {
    label: words.label ?? '',
    found: words.found ?? '',
    fewest: 2,
    pause: 120,
    search: async (text, signal) => {
      const reply = await fetch(`/api/v1/suggestions?q=${encodeURIComponent(text.slice(0, 200))}`, {
        signal,
        headers: { 'Accept-Language': document.documentElement.lang },
      });
      const body: { readonly items?: readonly Suggestion[] } = reply.ok ? await reply.json() : {};
      return (body.items ?? []).map((one) => ({ ...one, hint: words[one.type] ?? '' }));
    },
    choose: ({ href }) => {
      const { pathname, search } = new URL(href);
      location.assign(pathname + search);
    },
  });
}
