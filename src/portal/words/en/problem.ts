import type { Words } from '../words.ts';

/** What pages say when something went wrong. */
export const problem: Words['problem'] = {
  happened: 'What happened',
  now: 'What you can do',
  searchFor: 'Search for what you are looking for',
  toStart: 'To the start page',
  allDatasets: 'All datasets',
  back: 'Try again',
  explanation: 'More about the problem',
  reference: 'Give this if you contact us',
  contact: 'Contact us if it does not pass',
};
