/** Metadata as spreadsheets. */
export const sheets = {
  title: 'Kalkylblad',
  lead: 'Hämta beskrivningarna som kalkylblad, ändra många på en gång och läs in dem igen. Du ser vad som ändras innan något sparas.',
  fetch: 'Hämta',
  fetchXlsx: 'Alla datamängder med filer (XLSX)',
  fetchCsv: 'Alla datamängder utan filer (CSV)',
  read: 'Läs in',
  file: 'Kalkylblad',
  fileHelp:
    'XLSX eller CSV, högst 2 MB. Den tredje raden har tekniska namn och ska vara kvar. Tomma celler tar bort uppgiften; kolumner och rader som saknas rörs inte.',
  look: 'Titta först',
  missing: 'Välj en fil att läsa in.',
  previewTitle: 'Så här blir det',
  faults: (count: number) =>
    count === 1 ? 'Ett ställe kunde inte läsas' : `${count} ställen kunde inte läsas`,
  at: (sheet: string, row: string, column: string) => `Blad ${sheet}, rad ${row}, kolumn ${column}`,
  made: 'Ny',
  madeHelp: 'Nya datamängder blir utkast.',
  apply: (count: number) => (count === 1 ? 'Läs in en datamängd' : `Läs in ${count} datamängder`),
  unchanged: (count: number) =>
    count === 1 ? 'En rad är oförändrad.' : `${count} rader är oförändrade.`,
};
