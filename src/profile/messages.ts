import type { Issue, Level, Localized } from '../kernel/issue.ts';
import { ruleLevel } from './rules/rule-level.ts';

/**
 * What the profile says to people: what is wrong, by the property's own label, and what to do next. Swedish quotes with ”…”,
 * English with "…". Sentences of single cross-field rules stand with the rule.
 */

/** An issue in the form of the JSON: the record cannot be kept until it is mended. */
export function formIssue(rule: string, pointer: string, message: Localized): Issue {
  return { rule, level: 'error', blocks: 'storing', pointer, message };
}

/** An issue in what the record says: an error keeps it from publication. The level is the rule's own unless one is given. */
export function profileIssue(
  rule: string,
  pointer: string,
  message: Localized,
  level: Level = ruleLevel(rule),
): Issue {
  return { rule, level, blocks: level === 'error' ? 'publishing' : 'nothing', pointer, message };
}

/** A value as it is shown in a message: long ones are cut. */
function shown(value: string): string {
  const characters = Array.from(value.slice(0, 240));
  return characters.length <= 100 ? value : `${characters.slice(0, 99).join('')}…`;
}

export const messages = {
  tooDeep: (levels: number): Localized => ({
    sv: `Beskrivningen har fler än ${levels} nivåer i varandra och kan inte läsas. Förenkla strukturen.`,
    en: `The description is nested more than ${levels} levels deep and cannot be read. Flatten it.`,
  }),
  unwritable: (code: string): Localized => ({
    sv: `Texten innehåller tecknet ${code}, som inte kan skrivas i XML. Ta bort det; ofta har det följt med från ett annat program.`,
    en: `The text holds the character ${code}, which XML cannot carry. Remove it; it often came along from another program.`,
  }),
  unknownProperty: (name: string, on: Localized, nearest: string | undefined): Localized => ({
    sv:
      nearest === undefined
        ? `”${shown(name)}” är ingen egenskap hos ${on.sv}. Ta bort den, eller lägg påståendet i extra.`
        : `”${shown(name)}” är ingen egenskap hos ${on.sv}. Menade du ”${nearest}”?`,
    en:
      nearest === undefined
        ? `"${shown(name)}" is no property of ${on.en}. Remove it, or put the statement in extra.`
        : `"${shown(name)}" is no property of ${on.en}. Did you mean "${nearest}"?`,
  }),
  computedProperty: (label: Localized): Localized => ({
    sv: `”${label.sv}” fylls i av systemet. Ta bort den ur beskrivningen.`,
    en: `"${label.en}" is filled in by the system. Remove it from the description.`,
  }),
  wrongType: (label: Localized, form: Localized): Localized => ({
    sv: `”${label.sv}” ska skrivas som ${form.sv}.`,
    en: `"${label.en}" must be written as ${form.en}.`,
  }),
  onlyOne: (label: Localized): Localized => ({
    sv: `”${label.sv}” får bara ha ett värde. Behåll ett och ta bort resten.`,
    en: `"${label.en}" takes one value only. Keep one and remove the rest.`,
  }),
  illegalIri: (label: Localized, value: string, meant: string | undefined): Localized => ({
    sv: `”${shown(value)}” i ”${label.sv}” är ingen fullständig adress (IRI). ${
      meant === undefined
        ? 'Skriv hela adressen, till exempel https://www.example.se/sida, med mellanslag som %20.'
        : `Menade du ${meant}?`
    }`,
    en: `"${shown(value)}" in "${label.en}" is not a complete address (IRI). ${
      meant === undefined
        ? 'Write the whole address, for example https://www.example.se/page, with spaces as %20.'
        : `Did you mean ${meant}?`
    }`,
  }),
  unknownName: (label: Localized, value: string): Localized => ({
    sv: `”${shown(value)}” i ”${label.sv}” är inget namn som vi känner igen. Välj bland förslagen, eller skriv hela adressen (IRI).`,
    en: `"${shown(value)}" in "${label.en}" is no name that we know. Choose among the suggestions, or write the whole address (IRI).`,
  }),
  malformed: (label: Localized, value: string, form: Localized): Localized => ({
    sv: `”${shown(value)}” i ”${label.sv}” går inte att använda. Skriv ${form.sv}.`,
    en: `"${shown(value)}" in "${label.en}" cannot be used. Write ${form.en}.`,
  }),
  language: (label: Localized, value: string): Localized => ({
    sv: `”${shown(value)}” i ”${label.sv}” är ingen språkkod. Skriv till exempel sv, en, fi eller se.`,
    en: `"${shown(value)}" in "${label.en}" is no language tag. Write for example sv, en, fi or se.`,
  }),
  sameLanguage: (label: Localized, language: string, tag: string): Localized => ({
    sv: `”${label.sv}” har två texter på samma språk: ${shown(language)} och ${shown(tag)}. Behåll en av dem.`,
    en: `"${label.en}" has two texts in one language: ${shown(language)} and ${shown(tag)}. Keep one of them.`,
  }),
  unknownType: (value: string, terms: readonly string[]): Localized => ({
    sv: `Typen ”${shown(value)}” går inte att använda här. Skriv ${terms.join(' eller ')}, eller ta bort @type.`,
    en: `The type "${shown(value)}" cannot be used here. Write ${terms.join(' or ')}, or leave out @type.`,
  }),
  missing: (label: Localized, help: Localized): Localized => ({
    sv: `”${label.sv}” måste fyllas i. ${help.sv}`,
    en: `"${label.en}" must be filled in. ${help.en}`,
  }),
  recommended: (label: Localized, help: Localized): Localized => ({
    sv: `”${label.sv}” bör fyllas i. ${help.sv}`,
    en: `"${label.en}" should be filled in. ${help.en}`,
  }),
  whereApt: (label: Localized, help: Localized): Localized => ({
    sv: `Inget är ifyllt i ”${label.sv}”. Fyll i om det finns något att ange. ${help.sv}`,
    en: `"${label.en}" is not filled in. Fill it in if there is anything to say. ${help.en}`,
  }),
  saysNothing: (label: Localized): Localized => ({
    sv: `”${label.sv}” är tom. Fyll i minst en uppgift, eller ta bort den.`,
    en: `"${label.en}" is empty. Fill in at least one of its fields, or remove it.`,
  }),
  emptyValue: (label: Localized): Localized => ({
    sv: `Ett värde i ”${label.sv}” är tomt. Fyll i det eller ta bort det.`,
    en: `A value of "${label.en}" is empty. Fill it in or remove it.`,
  }),
  noLanguage: (label: Localized): Localized => ({
    sv: `En text i ”${label.sv}” saknar språk. Ange vilket språk den är skriven på, oftast sv.`,
    en: `A text of "${label.en}" has no language. Say which language it is written in, most often sv.`,
  }),
  notInVocabulary: (label: Localized, value: string, list: Localized): Localized => ({
    sv: `${shown(value)} i ”${label.sv}” finns inte i listan ${list.sv}. Välj ett värde ur listan.`,
    en: `${shown(value)} in "${label.en}" is not in the list ${list.en}. Choose a value from the list.`,
  }),
  oldForm: (label: Localized, value: string, now: string): Localized => ({
    sv: `${shown(value)} i ”${label.sv}” är en äldre eller felskriven form. Skriv ${now} i stället.`,
    en: `${shown(value)} in "${label.en}" is an old or misspelt form. Write ${now} instead.`,
  }),
  licenceForm: (label: Localized, value: string, now: string): Localized => ({
    sv: `${shown(value)} i ”${label.sv}” är inte licensens rätta adress, och då känner portalen inte igen den. Skriv exakt ${now}`,
    en: `${shown(value)} in "${label.en}" is not the exact address of the licence, so the portal does not recognise it. Write exactly ${now}`,
  }),
  pattern: (label: Localized, value: string, form: Localized): Localized => ({
    sv: `”${shown(value)}” i ”${label.sv}” ska ${form.sv}.`,
    en: `"${shown(value)}" in "${label.en}" must ${form.en}.`,
  }),
  foreignClaim: (iri: string): Localized => ({
    sv: `Posten beskriver ${shown(iri)}, som hör till en annan post här. Ta bort beskrivningen och behåll bara hänvisningen.`,
    en: `The record describes ${shown(iri)}, which belongs to another record here. Remove the description and keep the reference only.`,
  }),
  catalogRecord: {
    sv: 'Katalogposter (dcat:CatalogRecord) är inte tillåtna, eftersom portalen inte kan läsa dem. Ta bort raden.',
    en: 'Catalogue records (dcat:CatalogRecord) are not allowed, as the portal cannot read them. Remove the line.',
  },
  extra: (reason: Localized): Localized => ({
    sv: `Raden i extra kan inte sparas: ${reason.sv}. Skriv en hel N-Triples-sats om något i posten.`,
    en: `The line of extra cannot be kept: ${reason.en}. Write one whole N-Triples statement about something in the record.`,
  }),
} as const;
