import type { Words } from '../words.ts';

/** What kinds of records are called. */
export const kinds: Words['kinds'] = {
  many: {
    organization: 'Organisations',
    dataset: 'Datasets',
    series: 'Dataset series',
    service: 'Data services',
  },
  one: {
    organization: 'Organisation',
    dataset: 'Dataset',
    series: 'Dataset series',
    service: 'Data service',
  },
  counted: {
    organization: (count, shown) =>
      count === 1 ? `${shown} organisation` : `${shown} organisations`,
    dataset: (count, shown) => (count === 1 ? `${shown} dataset` : `${shown} datasets`),
    series: (count, shown) => (count === 1 ? `${shown} dataset series` : `${shown} dataset series`),
    service: (count, shown) => (count === 1 ? `${shown} data service` : `${shown} data services`),
  },
};
