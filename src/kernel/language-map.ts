/**
 * Texts by language, as in a JSON-LD language map: BCP 47 tag → text, with `@none` for a text that has no tag.
 * JSON-LD 1.1 §4.6.2; which text is shown follows DCAT-AP-SE 3.0.1 §4.2 on machine-translated texts.
 */

/** Tag → text: `{ "sv": "Badplatser", "en": "Bathing places" }`. */
export type LanguageMap = Readonly<Record<string, string>>;

const fallbacks: readonly string[] = ['sv', 'en', '@none'];

/** The part of a tag before its first hyphen, in lower case: `sv` of `sv-SE`, `en` of `en-t-sv-t0-abcd`. RFC 5646 §2.2.1. */
export function baseLanguage(tag: string): string {
  return (tag.split('-', 1)[0] ?? '').toLowerCase();
}

/**
 * The tag in its usual form: `sv-SE` of `sv-se` and `SV-se`, `zh-Hant-TW`, `en-t-sv-t0-abcd`. Tags that differ in case only are
 * one language, so records keep this form. What is no tag, `@none` among it, stays as it is. RFC 5646 §2.1.1; RDF 1.1 Concepts
 * §3.3.
 */
export function canonicalTag(tag: string): string {
  if (!/^[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)) return tag;
  let isExtension = false;
  return tag
    .toLowerCase()
    .split('-')
    .map((part, index) => {
      if (index === 0 || isExtension) return part;
      if (part.length === 1) isExtension = true;
      if (part.length === 2) return part.toUpperCase();
      return part.length === 4 ? part.charAt(0).toUpperCase() + part.slice(1) : part;
    })
    .join('-');
}

/**
 * The text that suits a reader best. For each preferred language in turn: the very tag, then another form of the same
 * language (`en-GB` for `en`), then a machine translation into it (RFC 6497 `-t-`); after them Swedish, English and the
 * untagged text in the same way, and at last whatever there is. `undefined` when the map is empty.
 */
export function textIn(map: LanguageMap, preferred: readonly string[]): string | undefined {
  const tag = tagIn(map, preferred);
  return tag === undefined ? undefined : map[tag];
}

/** The tag of the text that `textIn` gives. */
export function tagIn(map: LanguageMap, preferred: readonly string[]): string | undefined {
  const tags = Object.keys(map);
  for (const wanted of [...preferred, ...fallbacks]) {
    const tag = closestTag(tags, wanted);
    if (tag !== undefined) return tag;
  }
  return tags.find((tag) => !isMachineTranslation(tag)) ?? tags[0];
}

function closestTag(tags: readonly string[], wanted: string): string | undefined {
  const base = baseLanguage(wanted);
  const sameLanguage = tags.filter((tag) => baseLanguage(tag) === base);
  return (
    sameLanguage.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ??
    sameLanguage.find((tag) => tag.toLowerCase() === base) ??
    sameLanguage.find((tag) => !isMachineTranslation(tag)) ??
    sameLanguage[0]
  );
}

function isMachineTranslation(tag: string): boolean {
  return /-t-/i.test(tag);
}
