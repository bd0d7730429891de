import type { ShownDocument } from './index-document.ts';
import type { SearchRequest, SearchResult, Suggestion, SuggestRequest } from './search.ts';
import type { IndexBatch, IndexPosition } from './search-index.ts';

/** What goes between the program and the thread that searches. */

/** Which engine, and where it is. */
export type EngineOptions =
  /** Without a folder the index is in memory and ends with the thread. */
  | { readonly engine: 'embedded'; readonly folder?: string }
  | { readonly engine: 'elasticsearch'; readonly url: string; readonly prefix?: string };

/** What the thread is started with. */
export interface SearchThreadData {
  readonly engine: EngineOptions;
  /** Folder of the vocabularies. */
  readonly vocabularies: string;
}

/** What the thread does when asked. A rebuild is known by a number, as functions do not travel. */
export interface SearchMethods {
  search(request: SearchRequest): Promise<SearchResult>;
  suggest(request: SuggestRequest): Promise<readonly Suggestion[]>;
  similar(id: string, size: number): Promise<readonly ShownDocument[]>;
  position(): Promise<IndexPosition | undefined>;
  apply(batch: IndexBatch): Promise<void>;
  rebuild(): Promise<number>;
  rebuildApply(rebuild: number, batch: Omit<IndexBatch, 'position'>): Promise<void>;
  rebuildCommit(rebuild: number, position: IndexPosition): Promise<void>;
  rebuildAbort(rebuild: number): Promise<void>;
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface SearchCall<M extends keyof SearchMethods = keyof SearchMethods> {
  readonly id: number;
  readonly method: M;
  readonly parameters: Parameters<SearchMethods[M]>;
}

export type SearchReply =
  | { readonly type: 'opened' }
  | { readonly type: 'failed'; readonly error: ThrownError }
  | { readonly type: 'value'; readonly id: number; readonly value: unknown }
  | { readonly type: 'error'; readonly id: number; readonly error: ThrownError };

/** An error on its way between threads, where classes are lost. */
export interface ThrownError {
  readonly name: string;
  readonly message: string;
  readonly stack: string | undefined;
}
