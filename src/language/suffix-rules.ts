/**
 * The suffix rules of a Hunspell `.aff` file, arranged to be used backwards: from the end of a word to what it may come from.
 * hunspell(5), section AFFIX FILE OPTIONS.
 */

/** What may have been done to a base: `strip` was taken from its end and the ending put there instead. */
export interface SuffixRule {
  readonly strip: string;
  readonly uses: readonly { readonly flag: string; readonly condition: RegExp }[];
}

export interface SuffixRules {
  /** By ending: rules that make inflected forms. */
  readonly forms: ReadonlyMap<string, readonly SuffixRule[]>;
  /** By ending: rules that make first parts of compounds (`måltid` → `måltids`). */
  readonly links: ReadonlyMap<string, readonly SuffixRule[]>;
  /** Units of the longest ending. */
  readonly longest: number;
}

/** Flags that make other words rather than forms: inhabitants (`e`, `d`), ordinals and abbreviations with a colon. */
const derivations = new Set(['e', 'd', '1', '7']);

export function suffixRules(aff: string): SuffixRules {
  const forms = new Map<string, Map<string, Use[]>>();
  const links = new Map<string, Map<string, Use[]>>();
  const line = /^SFX +(\S) +(\S+) +(\S+) +(\S+) *$/gm;
  for (const [, flag = '', strip = '', added = '', condition = ''] of aff.matchAll(line)) {
    if (derivations.has(flag)) continue;
    const [ending = '', continuation = ''] = added.split('/');
    const rules = /[XU]/.test(continuation) ? links : forms;
    const byStrip = getOrAdd(rules, none(ending), () => new Map<string, Use[]>());
    const uses = getOrAdd(byStrip, none(strip), () => []);
    uses.push({ flag, condition: new RegExp(`${condition}$`, 'u') });
  }
  return {
    forms: listed(forms),
    links: listed(links),
    longest: Math.max(...[...forms.keys(), ...links.keys()].map((ending) => ending.length)),
  };
}

type Use = SuffixRule['uses'][number];

function none(text: string): string {
  return text === '0' ? '' : text;
}

function listed(
  rules: ReadonlyMap<string, ReadonlyMap<string, readonly Use[]>>,
): ReadonlyMap<string, readonly SuffixRule[]> {
  return new Map(
    [...rules].map(([ending, byStrip]) => [
      ending,
      [...byStrip].map(([strip, uses]) => ({ strip, uses })),
    ]),
  );
}

function getOrAdd<Value>(map: Map<string, Value>, key: string, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}
