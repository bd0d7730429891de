import type { Localized } from '../kernel/issue.ts';

/**
 * What a password must be: 12 to 128 characters, none that many have, and not made of words that anybody would try first. No
 * rule about kinds of characters. ASVS 5.0 §6.2.1, §6.2.4, §6.2.5, §6.2.9, §6.2.11, §6.2.12.
 */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
  /** What the site and the person's organisations are called. */
  readonly words?: readonly string[];
}

export const shortest = 12;
export const longest = 128;

/** Characters that must be left when the owner's own words are taken out. */
const beside = 8;

/** Why it cannot be the password, and what to do; undefined when it can. Lengths are in characters as people count them, code points. */
export async function passwordFault(
  password: string,
  { name, email, words = [] }: PasswordOwner,
): Promise<Localized | undefined> {
  const length = [...password].length;
  if (length < shortest) {
    return {
      sv: `Lösenordet har ${length} tecken. Det behöver minst ${shortest}: ta gärna några ord i rad.`,
      en: `The password has ${length} characters. It needs at least ${shortest}: a few words in a row will do.`,
    };
  }
  if (length > longest) {
    return {
      sv: `Lösenordet har ${length} tecken. Högst ${longest} går att använda.`,
      en: `The password has ${length} characters. At most ${longest} can be used.`,
    };
  }
  const plain = folded(password);
  if (isMonotonous(plain) || (await isCommon(plain))) {
    return {
      sv: 'Många andra använder det lösenordet, så det är bland de första som någon provar. Välj ett annat.',
      en: 'Many others use that password, so it is among the first that anybody tries. Choose another.',
    };
  }
  const own = [
    ...pieces(name, 3),
    ...pieces(email, 4),
    ...words.flatMap((word) => pieces(word, 4)),
  ];
  let rest = plain;
  for (const word of own.toSorted((a, b) => b.length - a.length)) rest = rest.replaceAll(word, '');
  if (rest !== plain && [...rest].length < beside) {
    return {
      sv: 'Lösenordet består mest av ditt namn, din e-postadress eller ord från webbplatsen. Välj något som andra inte kan gissa.',
      en: 'The password is mostly your name, your e-mail address or words of this site. Choose something that others cannot guess.',
    };
  }
  return undefined;
}

/** Lower case without accents, as those who guess would write it. */
function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}

function pieces(text: string, least: number): readonly string[] {
  return folded(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece.length >= least);
}

/** One short piece again and again, or a run through the alphabet or the digits. */
function isMonotonous(text: string): boolean {
  for (let period = 1; period <= 4; period += 1) {
    if (
      text ===
      text
        .slice(0, period)
        .repeat(Math.ceil(text.length / period))
        .slice(0, text.length)
    )
      return true;
  }
  const steps = new Set<number>();
  for (let i = 1; i < text.length; i += 1) {
    const step = text.charCodeAt(i) - text.charCodeAt(i - 1);
    // From 9 to 0, and from 0 to 9.
    steps.add(step === -9 ? 1 : step === 9 ? -1 : step);
  }
  return steps.size === 1 && (steps.has(1) || steps.has(-1));
}

let common: Promise<ReadonlySet<string>> | undefined;

async function isCommon(text: string): Promise<boolean> {
  // Half a megabyte that is read when somebody first chooses a password.
  common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(folded)),
  );
  const known = await common;
  const core = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return known.has(text) || (core.length >= 6 && known.has(core));
}
