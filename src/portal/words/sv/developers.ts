/** The guide to the API. Codes are not translated: they stand in `developer-guide.ts`. */
export const developers = {
  title: 'För utvecklare',
  description:
    'Sök, hämta och följ katalogen från egna program: JSON, RDF och flöden, utan nyckel.',
  intro:
    'Allt på webbplatsen går att hämta med program. Läsning kräver varken konto eller nyckel, och svaren får användas från vilken webbplats som helst (CORS). Raderna här fungerar mot den här webbplatsen: kopiera och kör.',
  openApi: 'Hela API:et som OpenAPI 3.1',
  profile: 'Metadataprofilen med alla egenskaper och regler',
  vocabularies: 'Vokabulärerna',
  context: 'JSON-LD-kontexten',
  shapes: 'SHACL för profilen',
  examples: {
    search: {
      title: 'Sök',
      text: 'Samma sökning som på webbsidan, med samma parametrar. Böjningar och sammansättningar hittas.',
    },
    narrow: {
      title: 'Avgränsa och räkna',
      text: 'Filter kan upprepas: inom en fasett räcker något av värdena, mellan fasetter ska alla gälla. Med facets räknas träffarna.',
    },
    record: {
      title: 'Hämta en datamängd',
      text: 'En adress per sak. Webbläsare får en sida, program får JSON, eller den form som Accept eller adressens slut ber om.',
    },
    rdf: {
      title: 'Som RDF',
      text: 'Turtle, RDF/XML, JSON-LD och N-Triples, enligt DCAT-AP-SE. Med profile=eu får du DCAT-AP 3.0.1.',
    },
    catalog: {
      title: 'Hela katalogen',
      text: 'Alla beskrivningar i ett dokument som strömmas. Det är också så Sveriges dataportal hämtar.',
    },
    feed: {
      title: 'Följ en sökning',
      text: 'Varje sökning är ett flöde, som Atom eller JSON Feed: lägg till .atom eller .jsonfeed före frågetecknet.',
    },
    unchanged: {
      title: 'Hämta bara det som ändrats',
      text: 'Svaren har ETag. Skicka tillbaka den i If-None-Match, så blir svaret 304 utan innehåll när inget har hänt.',
    },
  },
  pages: {
    title: 'Sidindelning',
    text: 'Listor svarar med items, total och next. Följ next tills det saknas; det fungerar hur långt listan än är. limit är högst 1 000.',
  },
  faults: {
    title: 'Fel',
    text: 'Fel är application/problem+json (RFC 9457) med svensk eller engelsk text efter Accept-Language. Varje felkod har en sida som förklarar den.',
  },
  limits: {
    title: 'Gränser',
    text: 'Antalet anrop per minut är begränsat per adress; rubriken RateLimit-Policy säger hur mycket. Vid 429 och 503 säger Retry-After hur länge du ska vänta. Ange gärna en kontaktadress i User-Agent.',
  },
  writing: {
    title: 'Skriva',
    text: 'Utgivare skriver med en åtkomstnyckel i rubriken Authorization: Bearer. Nyckeln skapas i arbetsytan och har en eller flera behörigheter: read, write, publish, administer. En JWT från den utfärdare som driften har ställt in går också bra. Poäng läser du på /api/v1/quality, och loggen över din organisation på /api/v1/audit. Vem som helst kan få en beskrivning bedömd utan att den sparas.',
  },
};
