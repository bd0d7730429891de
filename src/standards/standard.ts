import type { Localized } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Column } from './column.ts';
import type { Presentation } from './presentation.ts';
import type { RowCheck } from './row-check.ts';

/** A kind of data with its versions: what makes the same kind of data from any organisation look and read the same. */
export interface Standard {
  /** Its part of the address, for ever: `badplats`. */
  readonly name: string;
  /** Newest first, never empty. */
  readonly versions: readonly StandardVersion[];
}

/** One published version. It never changes: what is new gets a new number. */
export interface StandardVersion {
  readonly standard: string;
  /** Semantic Versioning 2.0.0: `1.1.0`. A dataset conforms to the first two numbers of it. */
  readonly version: string;
  readonly label: Localized;
  /** What the rows are, for people. */
  readonly help: Localized;
  /** When this version was published, `YYYY-MM-DD`. */
  readonly modified: string;
  /** What differs from the predecessor; undefined in a first version. */
  readonly changes: Localized | undefined;
  readonly predecessor: string | undefined;
  /** Name of a column in the predecessor → its name here. */
  readonly renamed: ReadonlyMap<string, string>;
  /** Specifications that it follows or was made from. IRIs. */
  readonly specifications: readonly string[];
  /** Where its columns come from, in words. */
  readonly source: string;
  /** Codes of the EU's vocabulary data-theme. */
  readonly themes: readonly string[];
  /** What datasets of this kind are tagged with. */
  readonly keyword: Localized;
  /** In the order of a file. */
  readonly columns: readonly Column[];
  /** The columns that tell one row from every other. */
  readonly key: readonly string[];
  readonly checks: readonly RowCheck[];
  readonly presentation: Presentation;
  /** The schema of one row, whole: JSON Schema draft 2020-12 that refers to nothing outside itself. */
  readonly schema: JsonObject;
  /** SHA-256 of the schema, lower-case hexadecimal. */
  readonly digest: string;
}

/** The first two numbers of a version, which is what datasets conform to. */
export function minorOf(version: string): string {
  return version.split('.').slice(0, 2).join('.');
}
