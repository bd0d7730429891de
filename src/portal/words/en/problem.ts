import type { Words } from '../words.ts';

/** What pages say when something went wrong. */
export const problem: Words['problem'] = {
  happened: 'What happened',
  now: 'What you can do',
  searchFor: 'Search for what you are looking for',
  searchWords: (words) => `Search for “${words}”`,
  from: (publisher) => `More from ${publisher}`,
  toStart: 'To the start page',
  toWorkspace: 'To the workspace',
  allDatasets: 'All datasets',
  back: 'Try again',
  explanation: 'More about the problem',
  reference: 'Give this if you contact us',
  contact: 'Contact us if it does not pass',
  help: {
    'bad-request': 'Correct the address in the browser, or begin anew with a search.',
    'uri-too-long': 'The search has become too long. Take away some words or filters.',
    'last-administrator':
      'Change the role of a colleague, or invite somebody, on the page Members of the workspace.',
    'too-many-requests':
      'Very many requests have come from your address. Wait for a while and try again.',
    'internal-error': 'The fault is on our side and has been noted. Try again in a while.',
    busy: 'Wait for some seconds and try again.',
    'service-unavailable': 'Wait for some seconds and try again.',
    'search-unavailable':
      'We are working to bring search back. Everything else works meanwhile: go to the organisations and from there to their data.',
  },
  organizations: 'All organisations',
};
