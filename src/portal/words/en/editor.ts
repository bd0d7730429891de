import type { Words } from '../words.ts';

const typeNames: Readonly<Record<string, string>> = {
  'Organization Agent': 'Organisation',
  Organization: 'Organisation (without the general type)',
  Person: 'Person',
  Agent: 'Agent',
  ContactOrganization: 'Organisation or function',
  ContactIndividual: 'Person',
  ContactKind: 'Other contact',
};

const languageNames: Readonly<Record<string, string>> = {
  sv: 'Swedish',
  en: 'English',
  '@none': 'Without a language',
  fi: 'Finnish',
  fit: 'Meänkieli',
  se: 'Northern Sámi',
  smj: 'Lule Sámi',
  sma: 'Southern Sámi',
  rom: 'Romani',
  yi: 'Yiddish',
  da: 'Danish',
  nb: 'Norwegian (Bokmål)',
  de: 'German',
  fr: 'French',
  es: 'Spanish',
  pl: 'Polish',
  ar: 'Arabic',
  so: 'Somali',
  fa: 'Persian',
  uk: 'Ukrainian',
};

/** What the editor says. */
export const editor: Words['editor'] = {
  newTitle: (kind: string) => `New ${kind.toLowerCase()}`,
  editing: (title: string) => `Edit ${title}`,
  save: 'Save',
  saveDraft: 'Save as draft',
  saveVersion: 'Save as a new version of the draft',
  publish: 'Publish …',
  preview: 'Preview',
  discard: 'Discard the changes',
  duplicate: 'Make a copy',
  asTemplate: 'Save as template',
  removeDraft: 'Delete the draft',
  obligations: { mandatory: 'required', recommended: 'recommended' },
  levels: { error: 'Error', warning: 'Should be mended', info: 'Tip' },
  choose: 'Choose …',
  notSaid: 'Nothing chosen',
  otherAddress: 'Another, by its address',
  sides: {
    west: 'West',
    south: 'South',
    east: 'East',
    north: 'North',
    longitude: 'Longitude',
    latitude: 'Latitude',
  },
  addField: (count: number) => `Add information (${count})`,
  add: (label: string) => `Add ${label.toLowerCase()}`,
  describeNew: (label: string) => `Describe ${label.toLowerCase()} here`,
  describeHere: 'Describe here instead',
  another: (label: string) => `${label}, one more`,
  remove: (label: string) => `Remove ${label.toLowerCase()}`,
  removeThis: 'Remove',
  moveUp: 'Move up',
  moveDown: 'Move down',
  openThis: 'Open',
  numbered: (label: string, number: number) => `${label} ${number}`,
  faults: (count: number) => (count === 1 ? '1 error' : `${count} errors`),
  kindOfThing: 'Kind',
  typeName: (terms: string) => typeNames[terms] ?? terms,
  addLanguage: 'Write in one more language',
  addLanguageButton: 'Add language',
  languageName: (tag: string) => languageNames[tag] ?? tag,
  /** Languages that texts can be written in, the usual ones first. */
  languageTags: Object.keys(languageNames).filter((tag) => tag !== '@none'),
  state: {
    draft: 'Draft',
    published: 'Published',
    withdrawn: 'Withdrawn',
  },
  savedAt: (time: string, name: string) => `Saved ${time} by ${name}`,
  notSaved: 'Nothing changed yet',
  changesNotPublished: 'There are changes that are not published.',
  counts: {
    error: (count: number) => (count === 1 ? '1 error to mend' : `${count} errors to mend`),
    warning: (count: number) =>
      count === 1 ? '1 thing that should be mended' : `${count} things that should be mended`,
    info: (count: number) => (count === 1 ? '1 tip' : `${count} tips`),
  },
  allGood: 'Nothing to remark. Ready to publish.',
  toMend: 'To mend',
  saveOwn: 'Save and show to everybody',
  done: {
    draft: 'The draft is saved as a new version.',
    restored: 'What you removed is back.',
    duplicated: 'Here is your copy. Give it a name of its own and change what differs.',
    created: 'The draft is there now. Nobody outside the organisation sees it.',
    solved: 'What you chose is saved.',
  },
  refused:
    'What you wrote is kept, but cannot become a version yet. Mend what is marked as an error.',
  overtaken:
    'The description has got a new version since you began to write. Compare before you publish.',
  compare: 'Compare',
  waiting: {
    submitted: "Waits for somebody else's approval. If you change anything it is taken back.",
    scheduled:
      'Is published by itself when its time comes. If you change anything that is called off.',
  },
  collision: {
    title: (title: string) => `Choose what is to hold: ${title}`,
    lead: (who: string | undefined) =>
      who === undefined
        ? 'The description has got a new version since you began. What you wrote is kept below. Choose for each property.'
        : `${who} has saved since you opened the description. What you wrote is kept below. Choose for each property.`,
    same: 'You have written the same. There is nothing to choose.',
    sides: { mine: 'My text', theirs: "The other's text" },
    changedBy: {
      both: 'Both of you have changed it.',
      me: 'Only you have changed it.',
      them: 'Only the other has changed it.',
    },
    nothing: 'Nothing filled in',
    solve: 'Save what I chose',
    leave: "Discard my text and read the other's",
  },
  kinds: {
    dataset: 'Dataset',
    series: 'Dataset series',
    service: 'Data service',
    catalog: 'The catalogue',
    organization: 'The organisation',
  },
  panel: 'State',
  readOnly:
    'You can read but not change this. Ask an administrator for the role of editor if you need to write.',
};
