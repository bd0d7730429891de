/** How to name the data as a source, in the two forms that people paste. */
export interface Citation {
  /** In the manner of APA 7 §10.9. */
  readonly text: string;
  readonly bibtex: string;
}

/** What a citation is made of. */
export interface Cited {
  readonly author: string;
  readonly title: string;
  /** Four digits, or undefined. */
  readonly year: string | undefined;
  readonly version: number;
  /** Permanent address of this version. */
  readonly address: string;
  /** The record's name, for the key. */
  readonly name: string;
  readonly words: {
    readonly version: string;
    readonly dataset: string;
    readonly undated: string;
  };
}

/** A citation of one version of a dataset. */
export function citation({ author, title, year, version, address, name, words }: Cited): Citation {
  return {
    text: `${author}. (${year ?? words.undated}). ${title} (${words.version} ${version}) [${words.dataset}]. ${address}`,
    bibtex: [
      `@misc{${name},`,
      `  author = {{${latex(author)}}},`,
      `  title = {{${latex(title)}}},`,
      ...(year === undefined ? [] : [`  year = {${year}},`]),
      `  version = {${version}},`,
      `  howpublished = {${latex(words.dataset)}},`,
      `  url = {${address.replace(/[{}\\]/g, encodeURIComponent)}}`,
      '}',
    ].join('\n'),
  };
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

/** A text that stands in LaTeX as it is written. */
function latex(text: string): string {
  return text.replace(/[\\{}%#&_$~^]/g, (sign) => commands[sign] ?? `\\${sign}`);
}
