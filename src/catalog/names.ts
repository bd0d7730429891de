/**
 * Names in our addresses: lower-case ASCII letters, digits and single hyphens, 2–100 characters.
 * Sweden's REST API profile UFN.07–09; no name can be mistaken for a suffix, since it has no dot.
 */

const form = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const longest = 100;

/** Whether the text can stand as a name in an address. */
export function isName(text: string): boolean {
  return text.length >= 2 && text.length <= longest && form.test(text);
}

/** A name made of a title: *Badplatser i Umeå* → `badplatser-i-umea`. `fallback` when nothing readable is left. */
export function nameFrom(title: string, fallback: string): string {
  const ascii = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ø/g, 'o')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/đ/g, 'd');
  const name = ascii.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  const short = name.length <= 80 ? name : name.slice(0, 80).replace(/-[^-]*$/, '');
  return isName(short) ? short : fallback;
}

/**
 * The name itself when `isFree` says yes, else one with a number behind it: `trad`, `trad-2`, `trad-3` … It asks for the lowest
 * number by doubling and halving, so that thousands of equal titles cost a dozen questions each; the last question is always about
 * the name that is given back.
 */
export async function freeName(
  wanted: string,
  isFree: (name: string) => boolean | Promise<boolean>,
): Promise<string> {
  if (await isFree(wanted)) return wanted;
  const numbered = (number: number) => `${wanted.slice(0, longest - 8)}-${number}`;
  let taken = 1;
  let free = 2;
  while (!(await isFree(numbered(free)))) {
    taken = free;
    free *= 2;
  }
  while (free - taken > 1) {
    const middle = (taken + free) >> 1;
    if (await isFree(numbered(middle))) free = middle;
    else taken = middle;
  }
  await isFree(numbered(free));
  return numbered(free);
}
