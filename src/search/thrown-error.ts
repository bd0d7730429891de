import { BadCursor } from './cursor.ts';
import { SearchBuilding, SearchUnavailable } from './search-index.ts';
import type { ThrownError } from './search-messages.ts';

/** An error as it travels between threads. */
export function thrownError(reason: unknown): ThrownError {
  const error = reason instanceof Error ? reason : new Error(String(reason));
  return { name: error.name, message: error.message, stack: error.stack };
}

/** The error that was thrown on the other side, of its class again when it is one of those that callers know. */
export function errorOf({ name, message, stack }: ThrownError): Error {
  const error = classOf(name, message);
  if (stack !== undefined) error.stack = stack;
  return error;
}

function classOf(name: string, message: string): Error {
  switch (name) {
    case 'SearchUnavailable':
      return new SearchUnavailable(message);
    case 'SearchBuilding':
      return new SearchBuilding();
    case 'BadCursor':
      return new BadCursor();
    default:
      return new Error(message);
  }
}
