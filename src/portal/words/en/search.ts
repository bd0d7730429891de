import type { Words } from '../words.ts';

/** What the the search page, its map and its timeline say. */
export const search: Words['search'] = {};
