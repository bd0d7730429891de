import type { Words } from '../words.ts';

/** What stands on every page. */
export const frame: Words['frame'] = {
  skip: 'Skip to the content',
  home: (site) => `${site}, to the start page`,
  mainMenu: 'Main menu',
  datasets: 'Datasets',
  organizations: 'Organisations',
  standards: 'Standards',
  developers: 'For developers',
  breadcrumb: 'You are here',
  start: 'Start',
  otherLanguage: 'Svenska',
  otherLanguageLabel: 'Visa sidan på svenska',
  search: {
    label: 'Search for data',
    button: 'Search',
    placeholder: 'Such as bathing places or Umeå',
  },
  footer: {
    label: 'About the site',
    promise:
      'Open data from the regions and municipalities of Sweden, free to read without an account.',
    about: 'About the service',
    accessibility: 'Accessibility statement',
    contact: 'Contact us',
    report: 'Report a fault',
    publishers: 'For publishers',
    join: 'Join with your organisation',
    howItWorks: 'How it works',
    price: 'What it costs',
    terms: 'Terms',
    quality: 'Metadata quality',
    status: 'Service status',
    machines: 'For programs',
    api: 'API guide',
    feed: 'New and changed (Atom)',
    catalog: 'The whole catalogue as RDF',
    profile: 'Metadata profile: DCAT-AP-SE',
    vocabularies: 'Vocabularies',
    heading: 'The site',
  },
};
