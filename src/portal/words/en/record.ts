import type { Words } from '../words.ts';

/** What the pages of datasets, series, services, organisations, themes and standards say. */
export const record: Words['record'] = {
  by: 'From',
  /** The row of facts under the title. */
  updated: 'Updated',
  licence: 'Licence',
  access: 'Access',
  place: 'Place',
  time: 'Time',
  unknown: 'Not stated',
  more: (count: string) => `and ${count} more`,
  rest: (count: string) => `… and ${count} more, which are in the other forms (Turtle, JSON …)`,
  noLicence: 'No licence',
  noLicenceHelp: 'Ask the publisher before you use the data.',
  severalLicences: 'Differs between files',
  licenceMeanings: {
    free: 'Free to use without conditions',
    by: 'Free to use if you name the source',
    'by-sa': 'Name the source and share on the same terms',
    'by-nc': 'Name the source, not for profit',
    'by-nd': 'Name the source, no changes',
    'by-nc-sa': 'Name the source, not for profit, share on the same terms',
    'by-nc-nd': 'Name the source, not for profit, no changes',
  },
  accessMeanings: {
    PUBLIC: 'Open to all',
    RESTRICTED: 'Restricted: a login, an agreement or a fee may be needed',
    NON_PUBLIC: 'Not open: only the description can be read',
  },
  notTold: 'The publisher has not said when',
  currency: {
    current: (promised: string) => `How often: ${promised}. On time`,
    overdue: (promised: string, due: string) => `How often: ${promised}. Was due by ${due}`,
    always: 'Kept up to date all the time',
    finished: 'Does not change any more',
    unknown: (promised: string) => `How often: ${promised}`,
    unpromised: 'It is not stated how often',
  },
  overdue: 'Overdue',
  from: (start: string) => `From ${start}`,
  until: (end: string) => `Until ${end}`,
  span: (start: string, end: string) => `${start} – ${end}`,
  drawnArea: 'An area drawn on the map',
  /** ISO 8601 durations of one unit; others stay as they are written. */
  duration: (iso: string) => {
    const match = /^P(?:(\d+)([YMWD])|T(\d+)([HMS]))$/.exec(iso);
    const count = Number(match?.[1] ?? match?.[3]);
    const unit = match?.[2] ?? (match?.[4] && `T${match[4]}`);
    const one = {
      Y: 'year',
      M: 'month',
      W: 'week',
      D: 'day',
      TH: 'hour',
      TM: 'minute',
      TS: 'second',
    };
    const many = {
      Y: 'years',
      M: 'months',
      W: 'weeks',
      D: 'days',
      TH: 'hours',
      TM: 'minutes',
      TS: 'seconds',
    };
    const noun = (count === 1 ? one : many)[unit as keyof typeof one];
    return noun === undefined ? iso : `${count} ${noun}`;
  },

  /** Files and services. */
  data: 'Data',
  dataCount: (count: string) => `Files and services (${count})`,
  noData: 'There are no files or services in the description.',
  noDataHelp: 'The publisher can tell you how to get the data.',
  unnamedDistribution: (number: number) => `File or service ${number}`,
  download: 'Download',
  downloadNumber: (number: number) => `Download, part ${number}`,
  open: 'Open',
  openNumber: (number: number) => `Open, address ${number}`,
  otherAddress: 'Address that no browser opens',
  accessThrough: 'Also available through',
  details: 'Details',
  moreFiles: (count: string) => `Show ${count} more files and services`,

  /** Ready steps. */
  use: 'Use it',
  chooseTool: 'Tool',
  toolNames: {
    curl: 'Command line',
    python: 'Python',
    r: 'R',
    javascript: 'JavaScript',
    excel: 'Excel',
    qgis: 'QGIS',
  },
  useFile: 'Fetches',
  useDescription: 'Fetch the description',
  useDescriptionHelp: 'The files may lie with their publisher. Their description is always here.',
  mapOf: (title) => `Map: ${title}`,
  excelSteps: [
    'Choose Data, Get Data, From Other Sources, From Web.',
    'Paste the address and choose OK.',
    'Choose Load, or Transform Data to tidy the columns first.',
  ],
  qgisSteps: (layer: 'vector' | 'WFS' | 'WMS/WMTS' | 'WCS'): readonly string[] =>
    layer === 'vector'
      ? [
          'Choose Layer, Add Layer, Add Vector Layer.',
          'Choose the source type Protocol: HTTP(S) and paste the address.',
          'Choose Add.',
        ]
      : [
          `Choose Layer, Add Layer, Add ${layer} Layer.`,
          'Choose New, paste the address and save the connection.',
          'Choose Connect, select the layer and choose Add.',
        ],
  address: 'Address',

  throughService: 'Through a service',
  /** The sections of a page, in their order. */
  subjects: 'Subject',
  about: 'About the data',
  aboutSeries: 'About the series',
  aboutService: 'About the service',
  aboutOrganization: 'About the organisation',
  noDescription: 'The publisher has not described the data.',
  themes: 'Themes',
  keywords: 'Keywords',
  standard: 'Standard',
  follows: 'Follows',
  noStandard: 'The description does not say that the data follows a standard.',
  quality: 'Quality of the description',
  qualityReport: 'See the metadata quality in points',
  completenessWord: (score: number): string =>
    score >= 90 ? 'Very good' : score >= 70 ? 'Good' : score >= 45 ? 'Fair' : 'Poor',
  completenessScore: (score: string) => `${score} of 100`,
  completenessHelp: 'Measures how much of what the profile demands and recommends is filled in.',
  missing: 'Missing',
  missingOfFiles: (label: string) => `${label} (of some file or service)`,
  nothingMissing: 'All that the profile demands and recommends is filled in.',
  responsibility: 'Responsibility and contact',
  owner: 'Published here by',
  contact: 'Contact',
  origin: 'Origin and legislation',
  relations: 'Belongs together with',
  moreInformation: 'More information',
  extra: 'Statements outside the profile',
  extraHelp:
    'These statements are in the description of the publisher but not in the profile. They are part of every RDF format.',
  versions: 'Versions',
  versionsHelp: 'Every version of the description has an address that lasts.',
  version: (number: string) => `Version ${number}`,
  versionBy: 'version',
  changed: 'Changed',
  firstVersion: 'The first version',
  currentVersion: 'Current',
  seeChanges: 'Show changes',
  allVersions: 'All versions',
  older: 'Older',
  olderVersion: (number: string, day: string) =>
    `This is version ${number} of the description, from ${day}. It is no longer current.`,
  toCurrent: 'To the current version',
  draft: 'This is a draft. Only its own organisation sees it.',
  changesTitle: (number: string) => `Changes in version ${number}`,
  changesBetween: (from: string, to: string) => `From version ${from} to version ${to}`,
  noChanges: 'The descriptions are the same.',
  added: 'Added',
  removed: 'Removed',
  languageOf: { sv: 'Swedish', en: 'English', '@none': 'no language' } as Readonly<
    Record<string, string>
  >,
  machines: 'For programs',
  machinesHelp: 'The same description in other forms, at the same address with a suffix.',
  swedishProfile: 'DCAT-AP-SE',
  euProfile: 'DCAT-AP (EU)',
  permanentAddress: 'Address',
  identifier: 'Identifier',
  permanentVersion: 'Lasting address of this version',
  feeds: 'New from the publisher',
  cite: 'Cite the data',
  citeText: 'Text',
  dataset: 'Dataset',
  undated: 'n.d.',
  similar: 'Similar data',

  /** Series. */
  members: (count: string) => `Datasets in the series (${count})`,
  publisher: 'Publisher',
  noMembers: 'No published datasets belong to the series yet.',
  period: 'Period',

  /** Services. */
  endpoint: 'Address of the service',
  noEndpoint: 'The description has no address of the service.',
  call: 'How to call the service',
  serves: 'Data that the service gives',
  servesNothing: 'The description does not say which datasets the service gives.',

  /** Organisations. */
  datasetsByTheme: 'Data by theme',
  allDatasets: 'All datasets',
  newest: 'Latest changes',
  searchDown: 'Search does not answer just now. Everything else works.',
  catalogue: 'The whole catalogue for harvesters',
  catalogueHelp:
    'One document with all that the organisation has published. It is what the national data portal fetches.',

  /** Themes and standards. */
  recordsCount: (count: number, shown: string) =>
    count === 1 ? `${shown} dataset, series or service` : `${shown} datasets, series and services`,
  theme: 'Theme',
  noTheme: 'There is no theme with that code.',
  byOrganization: 'Organisations',
  byFormat: 'Formats',
  showAll: (count: string) => `Show all ${count}`,
  themeIntro: (count: string, name: string) => `${count} about ${name}.`,
  noneYet: 'There are no datasets here yet.',
  standards: 'Standards',
  standardsIntro:
    'When many describe the same thing in the same way, their data can be used together. These are the specifications that descriptions say they follow.',
  noStandards: 'No description says yet that it follows a standard.',
  standardIntro: (count: string) => `${count} said to follow the specification.`,
  standardUnjudged:
    'This is what publishers say. The files have not been checked against the specification here.',
  readStandard: 'Read the specification',
  unknownStandard: 'No description here follows that specification.',
  followers: 'Who follows it',
};
