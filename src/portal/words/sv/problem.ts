/** What pages say when something went wrong. */
export const problem = {
  happened: 'Vad som hände',
  now: 'Vad du kan göra',
  searchFor: 'Sök efter det du letar efter',
  searchWords: (words: string) => `Sök efter ”${words}”`,
  from: (publisher: string) => `Mer från ${publisher}`,
  toStart: 'Till startsidan',
  toWorkspace: 'Till arbetsytan',
  allDatasets: 'Alla datamängder',
  back: 'Försök igen',
  explanation: 'Mer om felet',
  reference: 'Uppge detta om du hör av dig',
  contact: 'Hör av dig om det inte går över',
  /** For those who read a page; programs are told in the problem table's own words. */
  help: {
    'bad-request': 'Rätta adressen i webbläsaren, eller börja om med en ny sökning.',
    'uri-too-long': 'Sökningen har blivit för lång. Ta bort några ord eller filter.',
    'last-administrator':
      'Byt roll på en kollega, eller bjud in någon, under Medlemmar i arbetsytan.',
    'too-many-requests':
      'Det har kommit väldigt många anrop från din adress. Vänta en stund och försök igen.',
    'internal-error': 'Felet är på vår sida och har noterats. Försök igen om en stund.',
    busy: 'Vänta några sekunder och försök igen.',
    'service-unavailable': 'Vänta några sekunder och försök igen.',
    'search-unavailable':
      'Vi arbetar på att få igång sökningen. Under tiden fungerar allt annat: gå till organisationerna och därifrån till deras data.',
  },
  organizations: 'Alla organisationer',
};
