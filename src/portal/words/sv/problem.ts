/** What pages say when something went wrong. */
export const problem = {
  happened: 'Vad som hände',
  now: 'Vad du kan göra',
  searchFor: 'Sök efter det du letar efter',
  toStart: 'Till startsidan',
  allDatasets: 'Alla datamängder',
  back: 'Försök igen',
  explanation: 'Mer om felet',
  reference: 'Uppge detta om du hör av dig',
  contact: 'Hör av dig om det inte går över',
};
