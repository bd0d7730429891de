/** What the start page says. */
export const start = {
  question: 'Vilken data letar du efter?',
  description: (site: string) =>
    `${site} samlar öppna data från Sveriges regioner och kommuner. Sök, ladda ner och använd fritt, utan inloggning.`,
  try: 'Prova till exempel',
  /** What people look for; those that give hits here are shown. */
  examples: [
    'badplatser',
    'luftkvalitet',
    'vårdenheter',
    'lekplatser',
    'befolkning',
    'cykelvägar',
    'skolor',
    'parkering',
  ],
  numbers: 'Katalogen i siffror',
  places: 'Var i landet?',
  placesText: 'Välj ett län för att se data som beskriver det. Länets kommuner räknas med.',
  noCounty: 'Övriga landet',
  themes: 'Tema',
  newest: 'Nyast',
  changed: 'Senast ändrat',
  allNewest: 'Allt i tidsordning, det nyaste först',
  allChanged: 'Allt i den ordning det ändrats',
  feed: 'Följ som flöde',
  organizations: 'Utgivare',
  allOrganizations: 'Alla organisationer',
  publish: 'Har du data att dela?',
  publishLines: [
    'Publicera en fil eller beskriv en datamängd, eller låt oss hämta er katalog varje natt.',
    'Beskrivningen bedöms mot DCAT-AP-SE medan du skriver, med råd på svenska om vad som kan bli bättre.',
    'Det som publiceras här följer med till Sveriges dataportal och data.europa.eu.',
  ],
  publishLink: 'Så publicerar ni',
  empty: 'Katalogen är tom än så länge. Så snart någon har publicerat något syns det här.',
  searchDown: 'Sökningen svarar inte just nu',
  searchDownText:
    'Vi arbetar på att få igång den. Allt annat fungerar: du kan gå till organisationerna och därifrån till deras data.',
};
