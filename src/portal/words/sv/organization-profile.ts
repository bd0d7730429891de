/** What an organisation's administrator sets for it. */
export const organizationProfile = {
  title: 'Organisation',
  saved: 'Sparat',
  showPage: 'Visa organisationens sida',
  about: {
    title: 'Namn och kontakt',
    nameSv: 'Namn på svenska',
    nameEn: 'Namn på engelska',
    descriptionSv: 'Beskrivning på svenska',
    descriptionEn: 'Beskrivning på engelska',
    descriptionHelp: 'En eller två meningar om vad organisationen gör.',
    homepage: 'Webbplats',
    homepageHelp: 'Till exempel https://www.umea.se',
    mbox: 'E-postadress för frågor om data',
    mboxHelp: 'En funktionsbrevlåda, hellre än en persons adress.',
    save: 'Spara namn och kontakt',
  },
  catalog: {
    title: 'Katalogen',
    help: 'Så presenteras er katalog på Sveriges dataportal och i Europa.',
    titleSv: 'Titel på svenska',
    titleEn: 'Titel på engelska',
    save: 'Spara katalogen',
  },
  logotype: {
    title: 'Logotyp',
    help: 'PNG, JPEG eller WebP, högst 2 MB. Vi gör om bilden till en liten PNG och tar bort allt annat som filen innehåller.',
    file: 'Bild',
    alternative: 'Beskriv bilden',
    alternativeHelp: 'För dem som inte ser den, till exempel: Umeå kommuns vapen.',
    save: 'Spara logotypen',
    remove: 'Ta bort logotypen',
    missing: 'Välj en bild att skicka.',
  },
  colour: {
    title: 'Färg',
    help: 'Används sparsamt på er sida. Där färgen syns för dåligt mot bakgrunden visas tjänstens egen färg.',
    label: 'Färgkod',
    labelHelp: 'Till exempel #0f5a5c. Lämna tomt för ingen färg.',
    bad: 'Skriv färgen som # och sex siffror eller bokstäver a–f, till exempel #0f5a5c.',
    save: 'Spara färgen',
    light: 'Mot ljus bakgrund',
    dark: 'Mot mörk bakgrund',
    good: (ratio: string) => `${ratio}:1, syns bra`,
    weak: (ratio: string) => `${ratio}:1, syns för dåligt: tjänstens färg visas i stället`,
  },
  rules: {
    title: 'Regler för publicering',
    fourEyes: 'Två personer ser varje publicering',
    fourEyesHelp:
      'En person skickar för godkännande och en annan godkänner. Gäller också program som skriver genom API:et. Ni behöver vara minst två som får publicera.',
    declaration: 'Program ska skicka intyg',
    declarationHelp:
      'Åtkomstnycklar kan bara publicera tillsammans med ett intyg om att informationen är offentlig. Människor intygar alltid.',
    usual: 'Detta står ifyllt från början när någon publicerar:',
    classifiedBy: 'Klassas av',
    ground: 'Grund',
    save: 'Spara reglerna',
  },
  harvest: {
    title: 'Adresser för skörd',
    help: 'Ge Sveriges dataportal den här adressen, så hämtas allt ni publicerar automatiskt varje natt.',
    se: 'Till Sveriges dataportal (RDF/XML)',
    eu: 'Enligt Europas profil (RDF/XML)',
    turtle: 'Som Turtle',
    jsonLd: 'Som JSON-LD',
    feed: 'Nytt och ändrat (Atom)',
    letter: 'Brev att skicka till dataportalen',
    letterHelp: 'Skicka till dataportal@digg.se, om ni inte redan skördas.',
    letterText: (name: string, address: string, contact: string) =>
      `Hej!

${name} publicerar öppna data enligt DCAT-AP-SE. Vi vill att Sveriges dataportal skördar vår katalog från:

${address}

Kontakt: ${contact}

Vänliga hälsningar
${name}`,
  },
};
