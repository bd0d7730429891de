import type { Words } from '../words.ts';

/** What the start page says. */
export const start: Words['start'] = {
  question: 'What data are you looking for?',
  description: (site) =>
    `${site} gathers open data from the regions and municipalities of Sweden. Search, download and use it freely, without an account.`,
  try: 'Try for instance',
  examples: [
    'bathing places',
    'air quality',
    'playgrounds',
    'population',
    'care units',
    'cycling',
    'schools',
    'parking',
  ],
  numbers: 'The catalogue in figures',
  places: 'Where in the country?',
  placesText: 'Choose a county to see data that describes it. Its municipalities are counted too.',
  noCounty: 'The rest of the country',
  themes: 'Themes',
  newest: 'Newest',
  changed: 'Last changed',
  allNewest: 'Everything in order of time, the newest first',
  allChanged: 'Everything in the order in which it was changed',
  feed: 'Follow as a feed',
  organizations: 'Publishers',
  allOrganizations: 'All organisations',
  publish: 'Do you have data to share?',
  publishLines: [
    'Describe the data once, as RDF or JSON: it becomes web pages, an API and feeds that everybody finds.',
    'The description is judged by DCAT-AP-SE 3.0.1, with advice in plain words on what can be better.',
    'The national data portal of Sweden can fetch your whole catalogue from here, and on to data.europa.eu.',
  ],
  publishLink: 'How to publish',
  empty:
    'The catalogue is empty so far. As soon as somebody has published something, it is shown here.',
  searchDown: 'Search does not answer right now',
  searchDownText:
    'We are working to bring it back. Everything else works: you can go to the organisations and from there to their data.',
};
