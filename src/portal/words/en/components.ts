import type { Words } from '../words.ts';

/** What parts of pages say, wherever they stand. */
export const components: Words['components'] = {
  copy: 'Copy',
  copied: 'Copied',
  previous: 'Previous',
  next: 'Next',
  pages: 'Pages',
  page: (number) => `Page ${number}`,
  currentPage: (number) => `Page ${number}, the one you are on`,
  remove: (what) => `Remove ${what}`,
  opensElsewhere: 'to another site',
  notice: { good: 'Done', warn: 'Please note', wrong: 'Error', note: 'Information' },
  unknown: 'Not stated',
};
