/** What the pages of datasets, series, services, organisations, themes and standards say. */
export const record = {
  by: 'Från',
  /** The row of facts under the title. */
  updated: 'Uppdaterad',
  licence: 'Licens',
  access: 'Åtkomst',
  place: 'Plats',
  time: 'Tid',
  unknown: 'Uppgift saknas',
  more: (count: string) => `och ${count} till`,
  rest: (count: string) => `… och ${count} till, som finns i de andra formerna (Turtle, JSON …)`,
  noLicence: 'Licens saknas',
  noLicenceHelp: 'Fråga utgivaren innan du använder datat.',
  severalLicences: 'Olika för olika filer',
  licenceMeanings: {
    free: 'Fritt att använda utan villkor',
    by: 'Fritt att använda om du anger källan',
    'by-sa': 'Ange källan och dela vidare på samma villkor',
    'by-nc': 'Ange källan, inte för att tjäna pengar',
    'by-nd': 'Ange källan, får inte ändras',
    'by-nc-sa': 'Ange källan, inte för att tjäna pengar, dela på samma villkor',
    'by-nc-nd': 'Ange källan, inte för att tjäna pengar, får inte ändras',
  },
  accessMeanings: {
    PUBLIC: 'Öppen för alla',
    RESTRICTED: 'Begränsad: inloggning, avtal eller avgift kan krävas',
    NON_PUBLIC: 'Inte öppen: bara beskrivningen får läsas',
  },
  notTold: 'Utgivaren har inte angett när',
  currency: {
    current: (promised: string) => `Uppdateras ${promised}, i fas`,
    overdue: (promised: string, due: string) => `Uppdateras ${promised}. Väntades senast ${due}`,
    always: 'Hålls uppdaterad hela tiden',
    finished: 'Ändras inte mer',
    unknown: (promised: string) => `Uppdateras: ${promised}`,
    unpromised: 'Det framgår inte hur ofta',
  },
  overdue: 'Försenad',
  from: (start: string) => `Från ${start}`,
  until: (end: string) => `Till ${end}`,
  span: (start: string, end: string) => `${start} – ${end}`,
  drawnArea: 'Ett utritat område',
  /** ISO 8601 durations of one unit; others stay as they are written. */
  duration: (iso: string) => {
    const match = /^P(?:(\d+)([YMWD])|T(\d+)([HMS]))$/.exec(iso);
    const count = Number(match?.[1] ?? match?.[3]);
    const unit = match?.[2] ?? (match?.[4] && `T${match[4]}`);
    const one = {
      Y: 'år',
      M: 'månad',
      W: 'vecka',
      D: 'dygn',
      TH: 'timme',
      TM: 'minut',
      TS: 'sekund',
    };
    const many = {
      Y: 'år',
      M: 'månader',
      W: 'veckor',
      D: 'dygn',
      TH: 'timmar',
      TM: 'minuter',
      TS: 'sekunder',
    };
    const noun = (count === 1 ? one : many)[unit as keyof typeof one];
    return noun === undefined ? iso : `${count} ${noun}`;
  },

  /** Files and services. */
  data: 'Data',
  dataCount: (count: string) => `Filer och tjänster (${count})`,
  noData: 'Det finns inga filer eller tjänster i beskrivningen.',
  noDataHelp: 'Utgivaren kan svara på hur du får datat.',
  unnamedDistribution: (number: number) => `Fil eller tjänst ${number}`,
  download: 'Ladda ner',
  downloadNumber: (number: number) => `Ladda ner, del ${number}`,
  open: 'Öppna',
  openNumber: (number: number) => `Öppna, adress ${number}`,
  otherAddress: 'Adress som inte öppnas i en webbläsare',
  accessThrough: 'Nås också genom',
  details: 'Detaljer',
  moreFiles: (count: string) => `Visa ${count} filer och tjänster till`,

  /** Ready steps. */
  use: 'Använd',
  chooseTool: 'Verktyg',
  toolNames: {
    curl: 'Kommandorad',
    python: 'Python',
    r: 'R',
    javascript: 'JavaScript',
    excel: 'Excel',
    qgis: 'QGIS',
  },
  useFile: 'Hämtar',
  useDescription: 'Hämta beskrivningen',
  useDescriptionHelp: 'Filerna kan ligga hos utgivaren. Beskrivningen av dem finns alltid här.',
  mapOf: (title: string) => `Karta: ${title}`,
  excelSteps: [
    'Välj Data, Hämta data, Från andra källor, Från webben.',
    'Klistra in adressen och välj OK.',
    'Välj Läs in, eller Transformera data för att ordna kolumnerna först.',
  ],
  qgisSteps: (layer: 'vector' | 'WFS' | 'WMS/WMTS' | 'WCS'): readonly string[] =>
    layer === 'vector'
      ? [
          'Välj Lager, Lägg till lager, Lägg till vektorlager.',
          'Välj källtypen Protokoll: HTTP(S) och klistra in adressen.',
          'Välj Lägg till.',
        ]
      : [
          `Välj Lager, Lägg till lager, Lägg till ${layer}-lager.`,
          'Välj Ny, klistra in adressen och spara anslutningen.',
          'Välj Anslut, markera lagret och välj Lägg till.',
        ],
  address: 'Adress',

  throughService: 'Nås genom tjänst',
  /** The sections of a page, in their order. */
  subjects: 'Ämne',
  about: 'Om datat',
  aboutSeries: 'Om serien',
  aboutService: 'Om tjänsten',
  aboutOrganization: 'Om organisationen',
  noDescription: 'Utgivaren har inte beskrivit datat.',
  themes: 'Teman',
  keywords: 'Nyckelord',
  standard: 'Standard',
  follows: 'Följer',
  noStandard: 'Beskrivningen säger inte att datat följer någon standard.',
  quality: 'Beskrivningens kvalitet',
  qualityReport: 'Se metadatakvaliteten i poäng',
  completenessWord: (score: number): string =>
    score >= 90 ? 'Mycket bra' : score >= 70 ? 'Bra' : score >= 45 ? 'Godtagbar' : 'Bristfällig',
  completenessScore: (score: string) => `${score} av 100`,
  completenessHelp: 'Mäter hur mycket av det som profilen kräver och rekommenderar som är ifyllt.',
  missing: 'Saknas',
  missingOfFiles: (label: string) => `${label} (på någon fil eller tjänst)`,
  nothingMissing: 'Allt som profilen kräver och rekommenderar är ifyllt.',
  responsibility: 'Ansvar och kontakt',
  owner: 'Publiceras här av',
  contact: 'Kontakt',
  origin: 'Ursprung och lagstiftning',
  relations: 'Hör ihop med',
  moreInformation: 'Mer information',
  extra: 'Uppgifter utanför profilen',
  extraHelp:
    'De här påståendena finns i utgivarens beskrivning men inte i profilen. De följer med i alla RDF-format.',
  versions: 'Versioner',
  versionsHelp: 'Beskrivningen har en fast adress för varje version.',
  version: (number: string) => `Version ${number}`,
  versionBy: 'version',
  changed: 'Ändrat',
  firstVersion: 'Den första versionen',
  currentVersion: 'Gäller nu',
  seeChanges: 'Visa ändringar',
  allVersions: 'Alla versioner',
  older: 'Äldre',
  olderVersion: (number: string, day: string) =>
    `Det här är version ${number} av beskrivningen, från ${day}. Den gäller inte längre.`,
  toCurrent: 'Till den version som gäller nu',
  draft: 'Det här är ett utkast. Bara den egna organisationen ser det.',
  changesTitle: (number: string) => `Ändringar i version ${number}`,
  changesBetween: (from: string, to: string) => `Från version ${from} till version ${to}`,
  noChanges: 'Beskrivningarna är lika.',
  added: 'Tillagt',
  removed: 'Borttaget',
  languageOf: { sv: 'svenska', en: 'engelska', '@none': 'utan språk' } as Readonly<
    Record<string, string>
  >,
  machines: 'För program',
  machinesHelp: 'Samma beskrivning i andra former, på samma adress med ett tillägg.',
  swedishProfile: 'DCAT-AP-SE',
  euProfile: 'DCAT-AP (EU)',
  permanentAddress: 'Adress',
  identifier: 'Identifierare',
  permanentVersion: 'Fast adress till den här versionen',
  feeds: 'Nytt från utgivaren',
  cite: 'Hänvisa till datat',
  citeText: 'Löpande text',
  dataset: 'Datamängd',
  undated: 'u.å.',
  similar: 'Liknande data',

  /** Series. */
  members: (count: string) => `Datamängder i serien (${count})`,
  publisher: 'Utgivare',
  noMembers: 'Inga publicerade datamängder hör till serien än.',
  period: 'Period',

  /** Services. */
  endpoint: 'Tjänstens adress',
  noEndpoint: 'Beskrivningen har ingen adress till tjänsten.',
  call: 'Så anropar du tjänsten',
  serves: 'Data som tjänsten ger',
  servesNothing: 'Beskrivningen säger inte vilka datamängder som tjänsten ger.',

  /** Organisations. */
  datasetsByTheme: 'Data per tema',
  allDatasets: 'Alla datamängder',
  newest: 'Senast ändrat',
  searchDown: 'Sökningen svarar inte just nu. Allt annat fungerar.',
  catalogue: 'Hela katalogen för skördare',
  catalogueHelp:
    'Ett dokument med allt som organisationen har publicerat. Det är det som den nationella dataportalen hämtar.',

  /** Themes and standards. */
  recordsCount: (count: number, shown: string) =>
    count === 1
      ? `${shown} datamängd, serie eller tjänst`
      : `${shown} datamängder, serier och tjänster`,
  theme: 'Tema',
  noTheme: 'Det finns inget tema med den koden.',
  byOrganization: 'Organisationer',
  byFormat: 'Format',
  showAll: (count: string) => `Visa alla ${count}`,
  themeIntro: (count: string, name: string) => `${count} om ${name}.`,
  noneYet: 'Det finns inga datamängder här än.',
  standards: 'Standarder',
  standardsIntro:
    'När flera beskriver samma sak på samma sätt kan datat användas tillsammans. Här är de specifikationer som beskrivningarna säger att de följer.',
  noStandards: 'Ingen beskrivning säger än att den följer en standard.',
  standardIntro: (count: string) => `${count} säger sig följa specifikationen.`,
  standardUnjudged:
    'Uppgiften är utgivarnas egen. Filerna är inte kontrollerade mot specifikationen här.',
  readStandard: 'Läs specifikationen',
  unknownStandard: 'Ingen beskrivning här följer den specifikationen.',
  followers: 'Vilka följer den',
};
