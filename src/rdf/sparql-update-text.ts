/**
 * SPARQL Update as text, brought into the form that rdflib reads: one operation at a time, keywords in capitals, prefixes
 * written as in Turtle. What goes beyond editing one graph is refused by its keyword. SPARQL 1.1 Update §3.1.
 */

/** The operations of an update, each with the prefixes before it. @throws SyntaxError what is refused, and why. */
export function sparqlOperations(text: string): readonly string[] {
  const operations: string[] = [];
  let prologue = '';
  let current = '';
  let depth = 0;
  const clauses: string[] = [];
  const finish = (): void => {
    if (current.trim() !== '') operations.push(prologue + completed(current, clauses));
    current = '';
    clauses.length = 0;
  };
  const tokens = [...text.matchAll(token)].map(([found]) => found);
  for (let at = 0; at < tokens.length; at++) {
    const piece = tokens[at] ?? '';
    const word = piece.toUpperCase();
    if (piece.startsWith('#')) continue;
    if (refused.has(word)) throw new SyntaxError(`${word} is not allowed when a record is edited.`);
    if (piece === '{' || piece === '[' || piece === '(') depth += 1;
    if (piece === '}' || piece === ']' || piece === ')') depth -= 1;
    if (depth > 0 || !/^@?[A-Za-z]+$/.test(piece)) {
      if (piece === ';' && depth === 0) finish();
      else current += piece;
    } else if (word === 'PREFIX' || word === '@PREFIX') {
      const [name, iri, next] = significant(tokens, at + 1);
      prologue += `@prefix ${name?.text ?? ''} ${iri?.text ?? ''} .\n`;
      at = (word === '@PREFIX' ? next : iri)?.index ?? tokens.length;
    } else if (clauseWords.has(word)) {
      if (word !== 'DATA' && clauses.includes(word)) {
        throw new SyntaxError(`${word} stands twice in one operation; divide it with “;”.`);
      }
      clauses.push(word);
      current += word;
    } else {
      throw new SyntaxError(`${piece} is not known here; INSERT, DELETE and WHERE are.`);
    }
  }
  finish();
  if (operations.length === 0) throw new SyntaxError('The patch changes nothing.');
  return operations;
}

/** Strings, IRIs, comments, names, words, white space, and anything else by the character. */
const token =
  /"""(?:[^"\\]|\\.|"(?!""))*"""|'''(?:[^'\\]|\\.|'(?!''))*'''|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>\s]*>|#[^\n\r]*|[?$_]?[\p{L}\p{N}_-]*:[\p{L}\p{N}_.%:\\-]*|[?$][\p{L}\p{N}_]+|@?[\p{L}_][\p{L}\p{N}_-]*|\s+|./gsu;

const clauseWords = new Set(['INSERT', 'DELETE', 'WHERE', 'DATA']);

/** Keywords that reach beyond one graph, or that rdflib does not know. */
const refused = new Set([
  ...[
    'LOAD',
    'CLEAR',
    'DROP',
    'CREATE',
    'ADD',
    'MOVE',
    'COPY',
    'WITH',
    'USING',
    'SERVICE',
    'GRAPH',
  ],
  ...[
    'BASE',
    '@BASE',
    'FILTER',
    'OPTIONAL',
    'UNION',
    'MINUS',
    'BIND',
    'VALUES',
    'SELECT',
    'EXISTS',
  ],
]);

/** `DELETE WHERE { … }` is short for deleting what matches. SPARQL 1.1 Update §3.1.3.3. */
function completed(operation: string, clauses: readonly string[]): string {
  const short = /^\s*DELETE\s+WHERE\s*(\{.*\})\s*$/s.exec(operation)?.[1];
  if (short !== undefined) return `DELETE ${short} WHERE ${short}`;
  if (!clauses.includes('INSERT') && !clauses.includes('DELETE')) {
    throw new SyntaxError('An operation needs INSERT or DELETE.');
  }
  return operation;
}

/** The tokens from a place on that are neither white space nor comments, as far as a prefix reaches. */
function significant(
  tokens: readonly string[],
  from: number,
): readonly { readonly text: string; readonly index: number }[] {
  return tokens
    .slice(from, from + 12)
    .map((text, index) => ({ text, index: from + index }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
}
