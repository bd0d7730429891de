/** Words of a query that say nothing about what is sought. They are passed over, unless there is nothing else or they stand in a phrase. */

const swedish =
  'i på och av för till med om en ett den det de dem som från vid är hos samt var vart hur vad vilka vilken vilket ' +
  'finns jag vi man kan alla inom mellan eller att var där här';
// Without those that are Swedish words for things: is, fall, land, art.
const english =
  'the of in and for to a an with by from at on or where what which how are there all about that';
const noise =
  'data dataset datasets datamängd datamängder datan datat öppna open statistik statistics information';

const stop = new Set(`${swedish} ${english}`.split(' '));
const weak = new Set(noise.split(' '));

/** Whether a word (NFC, lower case) is passed over. */
export function isStopWord(word: string): boolean {
  return stop.has(word);
}

/** Whether a word may be missing where other words are found: in a catalogue of data, *data om badplatser* asks for *badplatser*. */
export function isWeakWord(word: string): boolean {
  return weak.has(word);
}
