/** What parts of pages say, wherever they stand. */
export const components = {
  copy: 'Kopiera',
  copied: 'Kopierat',
  previous: 'Föregående',
  next: 'Nästa',
  pages: 'Sidor',
  page: (number: string) => `Sida ${number}`,
  currentPage: (number: string) => `Sida ${number}, den du är på`,
  remove: (what: string) => `Ta bort ${what}`,
  opensElsewhere: 'till en annan webbplats',
  notice: { good: 'Klart', warn: 'Observera', wrong: 'Fel', note: 'Information' },
  unknown: 'Uppgift saknas',
};
