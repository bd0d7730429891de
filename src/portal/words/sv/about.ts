/** What the page about the service says. */
export const about = {
  title: 'Om tjänsten',
  description:
    'Vad som finns här, varifrån det kommer, hur du får använda det och hur du hör av dig.',
  sections: [
    {
      id: 'what',
      title: 'Vad som finns här',
      paragraphs: [
        'Här beskriver regioner och kommuner sina öppna data: vad de innehåller, hur aktuella de är, vilka villkor som gäller och var filerna och tjänsterna finns. Beskrivningarna följer den svenska metadataprofilen DCAT-AP-SE 3.0.1.',
        'Datan själv ligger oftast hos den som ger ut den. Vi håller reda på beskrivningen, sparar varje version av den och ger den en adress som består.',
      ],
    },
    {
      id: 'use',
      title: 'Så får du använda det',
      paragraphs: [
        'Varje fil och tjänst har sin egen licens. Den står i klartext på datamängdens sida. Beskrivningarna i katalogen är fria att använda utan villkor (CC0).',
        'Du behöver inget konto för att läsa, ladda ner eller använda API:et.',
      ],
    },
    {
      id: 'search',
      title: 'Så söker du',
      paragraphs: [
        'Skriv vad du letar efter med vanliga ord. Böjningar och sammansättningar hittas också: badplatserna ger badplatser, och återvinning ger återvinningsstation.',
        'Citattecken ger en hel fras, ett minustecken utesluter ett ord, ELLER ger någotdera. Med utgivare:, tema: och format: söker du i just den uppgiften.',
      ],
    },
    {
      id: 'publish',
      title: 'Så publicerar ni',
      paragraphs: [
        'Anmäl intresse i formuläret. När avtalet är underskrivet öppnar vi en plats för er organisation och bjuder in er administratör. Ni skriver era beskrivningar i redigeraren, eller skickar dem som RDF eller JSON med en åtkomstnyckel.',
        'Varje beskrivning bedöms mot DCAT-AP-SE innan den publiceras. Det som måste rättas pekas ut med regel, plats och råd. Ni kan pröva en beskrivning utan att spara den.',
      ],
    },
    {
      id: 'privacy',
      title: 'Dina uppgifter',
      paragraphs: [
        'Vi använder en kaka som minns vilket språk du valt och, om du loggar in, en som håller dig inloggad. Sidorna hämtar ingenting från andra webbplatser, och ingen annan får veta vad du läser.',
      ],
    },
  ],
  contact: {
    form: 'Kontakta oss',
    report: 'Anmäl fel',
    title: 'Kontakt och felanmälan',
    service: 'Frågor om tjänsten, förslag och fel på webbplatsen: skriv till',
    fault:
      'Berätta gärna vilken sida det gäller och vad du ville göra. Står det en referens på felsidan, ta med den.',
    data: 'Frågor om innehållet i en datamängd besvaras av den som ger ut den. Kontaktuppgifterna står på datamängdens sida.',
  },
};
