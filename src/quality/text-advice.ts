import type { Localized } from '../kernel/issue.ts';
import { baseLanguage } from '../kernel/language-map.ts';
import type { NodeObject } from '../profile/record.ts';
import { has, type PlacedText, textsOf, thingsOf } from '../profile/rules/node-values.ts';
import type { Fix } from './next-best-fixes.ts';

/** Fewer characters than these seldom say what data is about. data.gouv.fr counts descriptions from 100. */
const shortest = 100;

/** What makes a description better to read and gives no points: Europe does not look at texts. */
export function textAdvice(record: NodeObject): readonly Fix[] {
  const advice: Fix[] = [];
  const titles = textsOf(record, 'title');
  const descriptions = textsOf(record, 'description');
  const say = (id: string, place: string, sv: string, en: string): void => {
    const text: Localized = { sv, en };
    advice.push({ id, points: 0, pointer: place, text });
  };
  const short = descriptions.find(({ text }) => text.trim().length < shortest);
  if (short !== undefined)
    say(
      'short-description',
      short.pointer,
      `beskriv utförligare: vad data innehåller, hur de samlas in och vad de kan användas till`,
      'describe more fully: what the data holds, how it is collected and what it can be used for',
    );
  if (titles.length > 0 && !speaks(titles, 'en'))
    say(
      'no-english',
      '/title/en',
      'lägg till titel och beskrivning på engelska',
      'add a title and a description in English',
    );
  if (titles.length > 0 && !speaks(titles, 'sv'))
    say(
      'no-swedish',
      '/title/sv',
      'lägg till titel och beskrivning på svenska',
      'add a title and a description in Swedish',
    );
  const loud = titles.find(({ text }) => text.length > 8 && text === text.toUpperCase());
  if (loud !== undefined)
    say(
      'loud-title',
      loud.pointer,
      'skriv titeln med gemener',
      'do not write the title in capitals',
    );
  const files = thingsOf(record, 'distribution');
  const nameless =
    files.length > 1 ? files.find(({ node }) => !has(node ?? {}, 'title')) : undefined;
  if (nameless !== undefined)
    say(
      'nameless-file',
      `${nameless.pointer}/title`,
      'ge varje fil en titel, så att de går att skilja åt',
      'give each file a title, so that they can be told apart',
    );
  if (!has(record, 'accrualPeriodicity'))
    say(
      'no-frequency',
      '/accrualPeriodicity',
      'ange hur ofta data uppdateras',
      'state how often the data is updated',
    );
  if (!has(record, 'page') && !has(record, 'landingPage'))
    say(
      'no-documentation',
      '/landingPage',
      'länka till en sida som förklarar data',
      'link to a page that explains the data',
    );
  return advice;
}

function speaks(texts: readonly PlacedText[], language: string): boolean {
  return texts.some((one) => baseLanguage(one.language) === language && one.text.trim() !== '');
}
