import type { Words } from '../words.ts';

/** How the service is doing, in words. */
export const status: Words['status'] = {
  title: 'Service status',
  well: 'Everything works',
  ill: 'Something does not work as it should',
  disturbed: 'There is a disturbance',
  planned: 'Planned work is going on',
  parts: { catalog: 'The catalogue', search: 'Search' },
  works: 'Works',
  broken: 'Does not answer',
  building: 'Being built, which takes a while',
  behind: (changes, shown) =>
    changes === 1
      ? 'Works, but 1 change is not seen yet'
      : `Works, but ${shown} changes are not seen yet`,
  part: 'Part',
  state: 'State',
  caption: 'The parts and how they are doing',
  checked: (time) => `Checked on ${time}. Load the page again to see how it is right now.`,
  help: 'When search does not answer you can still read every page and fetch the catalogue. We are told when something has stopped.',
};
