import { Parser } from 'n3';
import type { CatalogError } from '../kernel/errors.ts';
import type { Budgets } from './budgets.ts';
import { DocumentGraph, type ParsedDocument, type TermQuad } from './document-graph.ts';
import { documentIssue, invalidDocument, isSettledFault, type Place } from './invalid-document.ts';

/** The syntaxes of the Turtle family, by the names that n3 has for them. */
export type TurtleSyntax = 'Turtle' | 'TriG' | 'N-Triples' | 'N-Quads';

/** What n3 says of an error beside its message. */
interface SyntaxContext {
  readonly line?: number;
  readonly token?: { readonly start?: number };
}

type Listener = (chunk?: string) => void;

/**
 * Turtle, TriG, N-Triples and N-Quads into a graph. RDF 1.1 Turtle, TriG, N-Triples, N-Quads.
 *
 * @throws CatalogError `invalid-document` with line and column, `document-too-large`.
 */
export function parseTurtle(
  text: Iterable<string>,
  syntax: TurtleSyntax,
  { base, budgets }: { readonly base: string | undefined; readonly budgets: Budgets },
): ParsedDocument {
  const document = new DocumentGraph(budgets);
  const parser = new Parser({
    format: syntax,
    ...(base === undefined ? {} : { baseIRI: base }),
    // Terms of ours go in, statements of ours come out; n3's own types know only its own.
    factory: document as never,
  });
  const scopes = parser as unknown as { readonly _contextStack: readonly unknown[] };
  // A bracket opens one scope, a list and each of its items another.
  const refuseDepth = (): void => {
    if (scopes._contextStack.length > budgets.depth * 2) {
      throw new SyntaxError(`Brackets inside one another deeper than ${budgets.depth}.`);
    }
  };
  const lexer = (parser as unknown as { readonly _lexer: { readonly _line?: number } })._lexer;
  document.place = (): Place | undefined =>
    lexer._line === undefined ? undefined : { line: lexer._line };

  const listeners = new Map<string, Listener>();
  const stream = {
    on: (event: string, listener: Listener): void => void listeners.set(event, listener),
  };
  try {
    parser.parse(stream as never, (error, quad) => {
      if (error) throw error;
      refuseDepth();
      if (quad) document.take(quad as unknown as TermQuad);
    });
    for (const chunk of text) {
      listeners.get('data')?.(chunk);
      refuseDepth();
    }
    listeners.get('end')?.();
  } catch (error) {
    throw isSettledFault(error) ? error : syntaxFault(error, document.place());
  }
  return document.finish();
}

function syntaxFault(error: unknown, place: Place | undefined): CatalogError {
  const context = (error as { readonly context?: SyntaxContext }).context;
  const detail = (error instanceof Error ? error.message : String(error)).slice(0, 300);
  const start = context?.token?.start;
  const line = context?.line ?? place?.line;
  return invalidDocument(
    [
      documentIssue(
        {
          sv: `Dokumentet kan inte läsas: ${detail}`,
          en: `The document cannot be read: ${detail}`,
        },
        line === undefined
          ? undefined
          : { line, column: start === undefined ? undefined : start + 1 },
      ),
    ],
    error,
  );
}
