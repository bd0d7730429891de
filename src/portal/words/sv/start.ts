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
    'Beskriv datan en gång, som RDF eller JSON: den blir till webbsidor, API och flöden som alla hittar.',
    'Beskrivningen bedöms mot DCAT-AP-SE 3.0.1, med råd på svenska om vad som kan bli bättre.',
    'Sveriges dataportal kan hämta hela er katalog härifrån, och därifrån når den data.europa.eu.',
  ],
  publishLink: 'Så publicerar ni',
  empty: 'Katalogen är tom än så länge. Så snart någon har publicerat något syns det här.',
  searchDown: 'Sökningen svarar inte just nu',
  searchDownText:
    'Vi arbetar på att få igång den. Allt annat fungerar: du kan gå till organisationerna och därifrån till deras data.',
};
