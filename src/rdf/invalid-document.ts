import { CatalogError, type FailureCode } from '../kernel/errors.ts';
import type { Issue, Localized } from '../kernel/issue.ts';

/** How many faults of one document are named before the rest are only counted. */
const namedFaults = 50;

/** A place in a text, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column?: number | undefined;
}

/** One fault of a document as rule V001: it parses, and every IRI is absolute and legal. dcat-ap-se 3.0.1, RFC 3987. */
export function documentIssue(message: Localized, place?: Place): Issue {
  return {
    rule: 'V001',
    level: 'error',
    blocks: 'storing',
    pointer: '',
    message: place === undefined ? message : placed(message, place),
  };
}

/** The refusal of a document for the faults it has; its own message is the first of them. */
export function invalidDocument(issues: readonly Issue[], cause?: unknown): CatalogError {
  return refusal('invalid-document', issues, cause);
}

/** The refusal of a document that costs more than its budget. */
export function documentTooLarge(message: Localized): CatalogError {
  return refusal('document-too-large', [documentIssue(message)]);
}

/** The refusal of a document that takes more memory than its budget. */
export function outOfMemory(): CatalogError {
  return documentTooLarge({
    sv: 'Dokumentet tar för mycket minne att läsa. Dela upp det.',
    en: 'The document takes too much memory to read. Divide it.',
  });
}

/** The refusal of a document whose records are much larger than itself. */
export function recordsTooLong(): CatalogError {
  return documentTooLarge({
    sv: 'Dokumentets poster blir mycket större än dokumentet, för att de delar stora beskrivningar. Dela upp det.',
    en: 'The records of the document are far larger than the document, as they share large descriptions. Divide it.',
  });
}

/** Whether an error from reading a document is no fault of the document: refused already, or the file could not be had. */
export function isSettledFault(error: unknown): boolean {
  return error instanceof CatalogError || (error instanceof Error && 'syscall' in error);
}

function refusal(code: FailureCode, issues: readonly Issue[], cause?: unknown): CatalogError {
  const named = issues.slice(0, namedFaults);
  const rest = issues.length - named.length;
  if (rest > 0) {
    named.push(documentIssue({ sv: `Och ${rest} fel till.`, en: `And ${rest} more faults.` }));
  }
  const message = issues[0]?.message ?? {
    sv: 'Dokumentet kan inte läsas.',
    en: 'The document cannot be read.',
  };
  return new CatalogError(code, message, { issues: named, cause });
}

function placed(message: Localized, { line, column }: Place): Localized {
  return column === undefined
    ? { sv: `Rad ${line}: ${message.sv}`, en: `Line ${line}: ${message.en}` }
    : {
        sv: `Rad ${line}, kolumn ${column}: ${message.sv}`,
        en: `Line ${line}, column ${column}: ${message.en}`,
      };
}
