import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Graph } from './graph.ts';
import { graphStatements } from './graph-statements.ts';
import type { Statement } from './n-triples-line.ts';
import type { DocumentWriter } from './write-document.ts';

/** Characters of terms after which a piece ends with its subject, */
const pieceLength = 32 * 1024;
/** and after which it ends within a subject, of which there are two blocks then. */
const longestPiece = 4 * pieceLength;

/**
 * A graph as a document, piece by piece, with a turn of the event loop between two pieces: others are answered while a
 * stranger's document is written, and no more of it is in memory than a piece.
 */
export async function* graphPieces(
  graph: Graph,
  writing: Pick<DocumentWriter, 'open' | 'statements' | 'close'>,
): AsyncGenerator<string> {
  let text = writing.open();
  let batch: Statement[] = [];
  let length = 0;
  for (const statement of graphStatements(graph)) {
    const isSame = batch.at(-1)?.subject === statement.subject;
    if (length > (isSame ? longestPiece : pieceLength)) {
      yield text + writing.statements(batch);
      await nextTurn();
      text = '';
      batch = [];
      length = 0;
    }
    batch.push(statement);
    length += charactersOf(statement);
  }
  yield text + writing.statements(batch) + writing.close();
}

function charactersOf({ subject, predicate, object }: Statement): number {
  const end =
    'iri' in object ? object.iri : `${object.value}${object.datatype ?? object.language ?? ''}`;
  return subject.length + predicate.length + end.length;
}
