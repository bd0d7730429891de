/** How the service is doing, in words. */
export const status = {
  title: 'Driftläge',
  well: 'Allt fungerar',
  ill: 'Något fungerar inte som det ska',
  disturbed: 'En störning pågår',
  planned: 'Planerat arbete pågår',
  parts: { catalog: 'Katalogen', search: 'Sökningen' },
  works: 'Fungerar',
  broken: 'Svarar inte',
  building: 'Byggs upp, det tar en stund',
  behind: (changes: number, shown: string) =>
    changes === 1
      ? 'Fungerar, men 1 ändring syns ännu inte'
      : `Fungerar, men ${shown} ändringar syns ännu inte`,
  part: 'Del',
  state: 'Läge',
  caption: 'Delarna och hur de mår',
  checked: (time: string) => `Kontrollerat ${time}. Ladda om sidan för att se läget just nu.`,
  help: 'Svarar sökningen inte kan du ändå läsa alla sidor och hämta katalogen. Vi får själva veta när något stannat.',
};
