import { has, textsOf } from './node-values.ts';
import type { Hit, RecordRule } from './rule.ts';

/** Languages and keywords: V007, V024. */

/** Beyond this many characters a keyword is a sentence. */
const longestKeyword = 60;

const bothLanguages: RecordRule = {
  id: 'V007',
  level: 'warning',
  classes: ['Catalog', 'Dataset', 'DatasetSeries', 'DataService'],
  source: 'DCAT-AP-SE 3.0.1, recommendation 2',
  *check(node, { label }) {
    for (const property of ['title', 'description']) {
      const languages = textsOf(node, property)
        .filter(({ text }) => text.trim() !== '')
        .map(({ language }) => language);
      // A text without any language is V006's to explain.
      if (languages.length === 0 || languages.every((language) => language === '@none')) continue;
      const { sv, en } = label(property);
      if (!languages.some(isIn('sv'))) {
        yield {
          pointer: `/${property}`,
          message: {
            sv: `”${sv}” saknas på svenska. Lägg till en svensk text.`,
            en: `"${en}" is missing in Swedish. Add a Swedish text.`,
          },
        };
      }
      if (!languages.some(isIn('en'))) {
        yield {
          pointer: `/${property}`,
          message: {
            sv: `”${sv}” saknas på engelska. Lägg till en engelsk text, så hittas data även utanför Sverige.`,
            en: `"${en}" is missing in English. Add an English text, so that the data is found outside Sweden too.`,
          },
        };
      }
    }
  },
};

const singleKeywords: RecordRule = {
  id: 'V024',
  level: 'warning',
  classes: ['Dataset', 'DatasetSeries', 'DataService'],
  source: 'DCAT-AP-SE 3.0.1, Dataset, keyword',
  *check(node) {
    if (!has(node, 'keyword')) return;
    for (const { text, pointer } of textsOf(node, 'keyword')) {
      const hit = keywordFault(text);
      if (hit !== undefined) yield { pointer, message: hit };
    }
  },
};

function keywordFault(text: string): Hit['message'] | undefined {
  if (/[,;]/.test(text)) {
    return {
      sv: 'Flera nyckelord står i samma värde. Dela upp dem, så att varje nyckelord står för sig.',
      en: 'Several keywords stand in one value. Split them, so that every keyword stands by itself.',
    };
  }
  if (text.length <= longestKeyword) return undefined;
  return {
    sv: `Nyckelordet är längre än ${longestKeyword} tecken. Använd ett eller ett par ord; meningar hör hemma i beskrivningen.`,
    en: `The keyword is longer than ${longestKeyword} characters. Use a word or two; sentences belong in the description.`,
  };
}

function isIn(wanted: string): (language: string) => boolean {
  return (language) => language.toLowerCase().split('-')[0] === wanted;
}

export const textRules: readonly RecordRule[] = [bothLanguages, singleKeywords];
