import type { Words } from '../words.ts';

/** What forms say, wherever they stand. */
export const forms: Words['forms'] = {
  optional: 'optional',
  faults: (count) => (count === 1 ? 'One thing needs mending' : `${count} things need mending`),
  save: 'Save',
  cancel: 'Cancel',
  choose: 'Choose',
};
