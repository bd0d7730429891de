/** The overview of an organisation's workspace, and the list of its records. */
export const ownRecords = {
  overview: 'Översikt',
  needsYou: 'Behöver dig',
  nothingNeedsYou: 'Inget väntar på dig just nu',
  needs: {
    submitted: (count: number) =>
      count === 1
        ? '1 beskrivning väntar på godkännande'
        : `${count} beskrivningar väntar på godkännande`,
    drafts: (count: number) =>
      count === 1 ? '1 utkast är inte publicerat' : `${count} utkast är inte publicerade`,
    editing: (count: number) =>
      count === 1
        ? '1 publicerad post har ändringar som inte är publicerade'
        : `${count} publicerade poster har ändringar som inte är publicerade`,
    faulty: (count: number) =>
      count === 1
        ? '1 publicerad datamängd bryter mot profilen'
        : `${count} publicerade datamängder bryter mot profilen`,
    overdue: (count: number) =>
      count === 1
        ? '1 datamängd är äldre än den utlovade uppdateringen'
        : `${count} datamängder är äldre än den utlovade uppdateringen`,
    broken: (count: number) =>
      count === 1
        ? '1 datamängd har en adress som inte svarar'
        : `${count} datamängder har adresser som inte svarar`,
    requests: (count: number) =>
      count === 1
        ? '1 person vill gå med i organisationen'
        : `${count} personer vill gå med i organisationen`,
    tickets: (count: number) => (count === 1 ? '1 öppet ärende' : `${count} öppna ärenden`),
  },
  /** What the program itself has written as author or reason. */
  programs: { 'command line': 'kommandoraden', 'sample catalogue': 'exempelkatalogen' },
  begin: {
    title: 'Så kommer ni i gång',
    profile: 'Kontrollera organisationens uppgifter',
    profileHelp: 'Namn, kontakt och logotyp syns på organisationens sida och i allt ni publicerar.',
    members: 'Bjud in kollegor',
    membersHelp: 'Den som ska skriva beskrivningar blir redaktör.',
    first: 'Beskriv den första datamängden',
    firstHelp: 'Skriv den här, eller läs in flera ur ett kalkylblad.',
    sheet: 'Läs in ett kalkylblad',
  },
  records: 'Poster',
  byState: 'Poster efter läge',
  states: { draft: 'Utkast', published: 'Publicerad', withdrawn: 'Tillbakadragen' },
  manyStates: { draft: 'utkast', published: 'publicerade', withdrawn: 'tillbakadragna' },
  pending: { editing: 'Ändringar', submitted: 'Väntar på godkännande', scheduled: 'Schemalagd' },
  allOfThem: 'Visa alla',
  create: 'Ny datamängd',
  score: 'Kvalitet',
  scoreOverTime: 'Kvalitet över tid',
  scoreNone: 'Kvaliteten räknas när något är publicerat.',
  scoreDay: (from: string, to: string) => `Medelpoäng per dag från ${from} till ${to}.`,
  scoreFirst: 'Historiken börjar i dag. En punkt läggs till varje natt.',
  day: 'Dag',
  points: 'Poäng',
  asTable: 'Visa som tabell',
  askLinks: 'Kontrollera adresserna nu',
  askedLinks: 'Adresserna kontrolleras. Det kan ta några minuter innan svaren syns här.',
  toQuality: 'Se hela kvalitetsrapporten',
  nextFixes: 'Det här ger mest',
  nextFixesLead: 'Beskrivningar där en enda åtgärd ger flest poäng.',
  mostUsed: 'Mest sett och hämtat',
  mostUsedLead: 'De senaste 30 dagarna. Sökrobotar och organisationens egna besök räknas inte.',
  noUse: 'Ingen har tittat på eller hämtat något än.',
  views: 'Visningar',
  downloads: 'Hämtningar',
  list: {
    title: 'Datamängder',
    lead: 'Allt som organisationen beskriver: datamängder, serier och tjänster, med utkast.',
    find: 'Sök bland dina poster',
    findButton: 'Sök',
    state: 'Läge',
    anyState: 'Alla lägen',
    kind: 'Slag',
    anyKind: 'Alla slag',
    attention: 'Behöver dig',
    anyAttention: 'Oavsett',
    attentions: {
      submitted: 'Väntar på godkännande',
      editing: 'Opublicerade ändringar',
      faulty: 'Bryter mot profilen',
      overdue: 'För gamla',
      broken: 'Adress svarar inte',
    },
    columns: {
      title: 'Titel',
      state: 'Läge',
      score: 'Poäng',
      changed: 'Ändrad',
      checks: 'Kontroll',
    },
    sortBy: (column: string) => `Sortera efter ${column.toLowerCase()}`,
    select: (title: string) => `Välj ${title}`,
    errors: (count: number) => (count === 1 ? '1 fel' : `${count} fel`),
    warnings: (count: number) => (count === 1 ? '1 varning' : `${count} varningar`),
    clean: 'Utan anmärkning',
    broken: 'Död länk',
    overdue: 'För gammal',
    found: (count: number, all: number) =>
      count === all ? `${all} poster` : `${count} av ${all} poster`,
    none: 'Inga poster passar',
    noneYet: 'Här finns inga poster än',
    noneHelp: 'Ändra sökningen eller visa alla.',
    noneYetHelp: 'Börja med att beskriva en datamängd. Du kan spara den som utkast när som helst.',
    showAll: 'Visa alla poster',
    bulk: 'Med de valda',
    bulkAction: 'Vad vill du göra?',
    bulkButton: 'Fortsätt',
    bulkActions: {
      publish: 'Publicera',
      withdraw: 'Dra tillbaka',
      change: 'Ändra en uppgift',
      move: 'Flytta till en serie',
      export: 'Hämta som kalkylblad',
    },
  },
};
