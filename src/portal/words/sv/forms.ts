/** What forms say, wherever they stand. */
export const forms = {
  optional: 'frivilligt',
  /** Heading of the list of what has to be mended. */
  faults: (count: number) =>
    count === 1 ? 'En sak behöver rättas' : `${count} saker behöver rättas`,
  save: 'Spara',
  cancel: 'Avbryt',
  choose: 'Välj',
};
