import type { FacetName } from './facets.ts';
import { foldedWords } from './folded-words.ts';
import type { NamedValue } from './index-names.ts';

/**
 * The values of a facet that a text may mean, by how closely: the code or the whole name (`csv`, `xlsx`, `Malmö`), else names with
 * these words (`utgivare:umeå`, Umeå kommun), else names with words that begin so (`göteborg`, Göteborgs Stad). Case and diacritics
 * do not matter. None when nothing is called so.
 */
export function meantValues(
  names: readonly NamedValue[],
  facet: FacetName,
  text: string,
): readonly string[] {
  const words = foldedWords(text);
  if (words.length === 0) return [];
  const wanted = words.join(' ');
  const candidates = names.filter((name) => name.facet === facet);
  const ways: readonly ((form: string) => boolean)[] = [
    (form) => form === wanted,
    (form) => ` ${form} `.includes(` ${wanted} `),
    (form) => ` ${form}`.includes(` ${wanted}`),
  ];
  for (const way of ways) {
    const found = candidates.filter(({ forms }) => forms.some(way));
    if (found.length > 0) return found.map(({ value }) => value);
  }
  return [];
}
