/** The accessibility statement, with what DIGG asks one to hold (DOS-lagen 2018:1937, MDFFS 2019:2). */
export const accessibility = {
  title: 'Tillgänglighetsredogörelse',
  intro: (actor: string, service: string) =>
    `${actor} står bakom webbplatsen ${service}. Vi vill att så många som möjligt ska kunna använda den. Här beskriver vi hur den uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du berättar om fler.`,
  facts: {
    actor: 'Ansvarig',
    service: 'Tjänst',
    address: 'Adress',
    conformance: 'Hur tillgänglig webbplatsen är',
    assessed: 'Senast bedömd',
    updated: 'Redogörelsen senast uppdaterad',
    standard: 'Krav som vi prövar mot',
  },
  standard: 'WCAG 2.2 nivå AA, och därmed EN 301 549 i de delar som gäller webbsidor',
  conformance: {
    full: 'Helt förenlig med lagkraven',
    partly: 'Delvis förenlig med lagkraven',
    not: 'Inte förenlig med lagkraven',
  },
  known: 'Det som inte är tillgängligt',
  issues: [
    {
      title: 'Utgivarnas texter',
      text: 'Titlar och beskrivningar skrivs av dem som ger ut data. En del är svårlästa, och språket är inte alltid uppmärkt (WCAG 3.1.2).',
    },
    {
      title: 'Engelska översättningar saknas ibland',
      text: 'Där utgivaren bara skrivit på svenska visas den svenska texten på de engelska sidorna, uppmärkt som svenska.',
    },
  ],
  outside: 'Det som lagen inte omfattar',
  outsideText:
    'Kartorna är inte avsedda för navigering (9 § i lagen). Samma uppgifter finns alltid som lista bredvid kartan. Filer och webbplatser hos utgivarna ligger utanför vår kontroll.',
  burden: 'Oskäligt betungande anpassning',
  burdenText:
    'Vi åberopar inte undantaget för oskäligt betungande anpassning (12 § i lagen) för någon del.',
  method: 'Hur vi har prövat webbplatsen',
  methodText:
    'Egen bedömning. Varje slags sida prövas vid varje ändring, automatiskt i en riktig webbläsare, med axe-core: ljust och mörkt läge, svenska och engelska, smalt och brett fönster. Dessutom prövas att allt går att göra med tangentbord och utan JavaScript, och att inget försvinner i 320 bildpunkters bredd.',
  feedback: 'Hör av dig om hinder',
  feedbackText:
    'Hittar du något du inte kan använda, eller behöver du innehållet på ett annat sätt? Berätta det i formuläret. Du behöver inte säga vem du är, och du behöver inget konto. Du får ett nummer och en egen sida där du kan läsa vårt svar. Vi svarar så snart vi kan.',
  feedbackForm: 'Berätta om ett hinder, anonymt om du vill',
  feedbackMail: 'Du kan också skriva till',
  oversight: 'Tillsyn',
  oversightText:
    'Myndigheten för digital förvaltning (DIGG) har ansvar för tillsynen. Om du inte är nöjd med vårt svar kan du anmäla det till DIGG. Det kan göras anonymt.',
  oversightLink: 'Anmäl bristande tillgänglighet till DIGG',
};
