import type { Localized } from '../kernel/issue.ts';
import { howItWorksEn, priceEn, termsEn } from './default-texts-en.ts';
import { howItWorksSv, priceSv, termsSv } from './default-texts-sv.ts';
import type { SiteReader } from './site-store.ts';
import type { SiteText, SiteTextName } from './site-text.ts';

/** The texts that come with the program: true of what it does, and to be made the operator's own. */
export const defaultTexts: Readonly<Record<SiteTextName, Localized>> = {
  price: { sv: priceSv, en: priceEn },
  terms: { sv: termsSv, en: termsEn },
  'how-it-works': { sv: howItWorksSv, en: howItWorksEn },
};

/** The text as it is now: the operator's newest, else the one that comes with the program as version 0. */
export async function currentText(
  store: Pick<SiteReader, 'text'>,
  name: SiteTextName,
): Promise<SiteText> {
  return (await store.text(name)) ?? defaultText(name);
}

/** Version 0. */
export function defaultText(name: SiteTextName): SiteText {
  return { name, version: 0, text: defaultTexts[name], author: '', saved: '' };
}
