import type { Shape } from './swedish-kinds.ts';

/** What descriptions go on to say, in Swedish and English, after they have said what the data is. */
type Sentence = readonly [sv: string, en: string];

const everywhere: readonly Sentence[] = [
  [
    'Uppgifterna samlas in av förvaltningen och kontrolleras innan de delas.',
    'The data are collected by the department and checked before they are shared.',
  ],
  [
    'Rättelser görs löpande; hör av dig om något inte stämmer.',
    'Corrections are made as they come; write to us when something is wrong.',
  ],
  ['Datamängden innehåller inga personuppgifter.', 'The dataset holds no personal data.'],
  [
    'Äldre utgåvor finns kvar, så att serier kan jämföras över tid.',
    'Earlier editions are kept, so that series can be compared over time.',
  ],
  ['Tomma fält betyder att uppgift saknas.', 'Empty fields mean that nothing is known.'],
  [
    'Får användas fritt, även i kommersiella tjänster och appar.',
    'Free to use, in commercial services and apps too.',
  ],
  [
    'Filen är kodad i UTF-8 med semikolon mellan kolumnerna.',
    'The file is encoded in UTF-8 with semicolons between columns.',
  ],
  [
    'Materialet togs fram inom ramen för ett regionalt samarbete om öppna data.',
    'The material was made in a regional cooperation on open data.',
  ],
  [
    'Kontakta kundtjänst för frågor om innehållet.',
    'Contact customer services with questions about the content.',
  ],
  [
    'Publiceras enligt öppna data-lagen och lagen om den offentliga sektorns tillgängliggörande av data.',
    'Published under the open data act.',
  ],
];

const byShape: Readonly<Record<Shape, readonly Sentence[]>> = {
  place: [
    [
      'Varje rad har läge i SWEREF 99 TM och namn på svenska.',
      'Each row has a position in SWEREF 99 TM and a name in Swedish.',
    ],
    [
      'Adress, telefon och öppettider ingår när de är kända.',
      'Address, telephone and opening hours are included when known.',
    ],
    [
      'Objekten uppdateras när verksamheten anmäler en ändring.',
      'Objects are updated when the service reports a change.',
    ],
    [
      'Bilder och länkar till mer information finns för en del av platserna.',
      'Pictures and links to more information exist for some of the places.',
    ],
  ],
  area: [
    [
      'Geometrierna är ytor och linjer i SWEREF 99 med lägesnoggrannhet på några decimeter.',
      'Geometries are surfaces and lines in SWEREF 99, accurate to some decimetres.',
    ],
    [
      'Kartan visas även i kommunens kartportal och som WMS-tjänst.',
      'The map is also shown in the map portal and as a WMS service.',
    ],
    [
      'Underlaget kommer från fältinventering, flygbilder och äldre kartor.',
      'Sources are field surveys, aerial photographs and older maps.',
    ],
    [
      'Gränserna är vägledande; det är beslutshandlingen som gäller.',
      'Boundaries are for guidance; the decision itself is what counts.',
    ],
  ],
  table: [
    [
      'En rad per ärende med diarienummer, datum och beslut.',
      'One row for each case with reference number, date and decision.',
    ],
    ['Beloppen är i kronor utan moms.', 'Amounts are in kronor without VAT.'],
    [
      'Registret exporteras från verksamhetssystemet varje natt.',
      'The register is exported from the business system every night.',
    ],
    ['Koder förklaras i en bilaga.', 'Codes are explained in an annex.'],
  ],
  series: [
    [
      'Siffrorna redovisas per år och kan delas upp efter kön, ålder och område.',
      'Figures are given by year and can be split by sex, age and area.',
    ],
    [
      'Små tal är avrundade för att ingen ska kunna pekas ut.',
      'Small numbers are rounded so that nobody can be identified.',
    ],
    [
      'Statistiken bygger på uppgifter från Statistiska centralbyrån och egna register.',
      'The statistics are based on Statistics Sweden and own registers.',
    ],
    [
      'Jämförelser med länet och riket finns i samma fil.',
      'Comparisons with the county and the country are in the same file.',
    ],
  ],
  live: [
    [
      'Värdena hämtas från ett öppet API och är ofta bara några minuter gamla.',
      'Values come from an open API and are often only minutes old.',
    ],
    [
      'Givare kan vara ur drift; då upprepas det senaste värdet.',
      'Sensors may be out of order; the latest value is then repeated.',
    ],
    ['Historik finns för de senaste tolv månaderna.', 'History exists for the last twelve months.'],
    ['Anropen är begränsade till tio i sekunden.', 'Calls are limited to ten a second.'],
  ],
};

/** The sentences that suit data of that shape. */
export const sentencesOf = (shape: Shape): readonly Sentence[] => [
  ...byShape[shape],
  ...everywhere,
];
