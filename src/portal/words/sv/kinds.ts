/** What kinds of records are called. */
export const kinds = {
  many: {
    organization: 'Organisationer',
    dataset: 'Datamängder',
    series: 'Datamängdsserier',
    service: 'Datatjänster',
  },
  one: {
    organization: 'Organisation',
    dataset: 'Datamängd',
    series: 'Datamängdsserie',
    service: 'Datatjänst',
  },
  /** A number with its noun: `214 datamängder`. */
  counted: {
    organization: (count: number, shown: string) =>
      count === 1 ? `${shown} organisation` : `${shown} organisationer`,
    dataset: (count: number, shown: string) =>
      count === 1 ? `${shown} datamängd` : `${shown} datamängder`,
    series: (count: number, shown: string) =>
      count === 1 ? `${shown} datamängdsserie` : `${shown} datamängdsserier`,
    service: (count: number, shown: string) =>
      count === 1 ? `${shown} datatjänst` : `${shown} datatjänster`,
  },
};
