import { type Issue, type Localized, pointer } from '../kernel/issue.ts';
import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import { canonicalTag } from '../kernel/language-map.ts';
import type { ConceptScheme } from '../vocabularies/concept-scheme.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { messages, profileIssue } from './messages.ts';
import type { PropertyPlan } from './plan.ts';
import { isEmpty } from './rules/node-values.ts';

/**
 * One property's values, judged by what the plan says of it alone: V006 language, V009 and V026 vocabulary, V010, V021 and V023
 * pattern. A closure for each property is made once.
 */
export type JudgeValue = (value: JsonValue, place: string, issues: Issue[]) => void;

/** A longer value is no concept and no address, and looking for one in it is only work. */
const longest = 4000;

/** The judgement of the values of a property, or undefined when the plan asks nothing of them. */
export function compileValues(
  property: PropertyPlan,
  vocabularies: Vocabularies,
): JudgeValue | undefined {
  if (property.node === 'text') return judgeTexts(property);
  const judges = [judgeConcept(property, vocabularies), judgePattern(property)].filter(
    (judge) => judge !== undefined,
  );
  if (judges.length === 0) return property.node === 'literal' ? judgeLiteral(property) : undefined;
  return (value, place, issues) => {
    const iri = isJsonObject(value) ? value['@id'] : value;
    if (typeof iri !== 'string' || iri.length > longest) return;
    const at = iri === value ? place : `${place}/@id`;
    for (const judge of judges) judge(iri, at, issues);
  };
}

function judgeLiteral({ label }: PropertyPlan): JudgeValue {
  return (value, place, issues) => {
    if (value !== '') return;
    issues.push(profileIssue('empty-value', place, messages.emptyValue(label)));
  };
}

function judgeTexts({ label, tagOptional }: PropertyPlan): JudgeValue {
  return (map, place, issues) => {
    if (!isJsonObject(map)) return;
    for (const language in map) {
      const texts = map[language];
      const tag = canonicalTag(language);
      if (tag !== language && Object.hasOwn(map, tag)) {
        const message = messages.sameLanguage(label, language, tag);
        issues.push(profileIssue('V004', place + pointer(language), message));
      }
      if (language === '@none' && !tagOptional) {
        issues.push(profileIssue('V006', `${place}/@none`, messages.noLanguage(label)));
      }
      if (isEmpty(texts) || (Array.isArray(texts) && texts.some(isEmpty))) {
        issues.push(
          profileIssue('empty-value', place + pointer(language), messages.emptyValue(label)),
        );
      }
    }
  };
}

type JudgeString = (value: string, place: string, issues: Issue[]) => void;

function judgeConcept(
  { label, vocabulary, strict, base = '', node }: PropertyPlan,
  vocabularies: Vocabularies,
): JudgeString | undefined {
  if (vocabulary === undefined || node === 'literal') return undefined;
  const scheme: ConceptScheme = vocabularies.get(vocabulary);
  const isLicence = vocabulary === 'licence';
  return (value, place, issues) => {
    const iri = base !== '' && !value.startsWith(base) ? base + value : value;
    if (scheme.has(iri)) return;
    const known = scheme.normalise(iri);
    if (known?.changed === true) {
      const message = isLicence ? messages.licenceForm : messages.oldForm;
      issues.push(
        profileIssue(isLicence ? 'V013' : 'V026', place, message(label, value, known.iri)),
      );
    } else if (strict && !scheme.accepts(iri)) {
      issues.push(
        profileIssue('V009', place, messages.notInVocabulary(label, value, quoted(scheme))),
      );
    }
  };
}

function quoted({ title }: ConceptScheme): ConceptScheme['title'] {
  return { sv: `”${title.sv}”`, en: `"${title.en}"` };
}

function judgePattern({
  label,
  pattern,
  patternRule = 'V023',
}: PropertyPlan): JudgeString | undefined {
  if (pattern === undefined) return undefined;
  const expression = new RegExp(pattern, 'u');
  const form = wantedForm(pattern, patternRule);
  return (value, place, issues) => {
    if (expression.test(value)) return;
    issues.push(profileIssue(patternRule, place, messages.pattern(label, value, form)));
  };
}

/** What a value of the pattern looks like, in words. */
function wantedForm(pattern: string, rule: string): Localized {
  if (rule === 'V010') return mediaTypeForm;
  if (pattern.includes('mailto')) return emailForm;
  return pattern.includes('tel') ? telephoneForm : addressForm;
}

const addressForm: Localized = {
  sv: 'vara en webbadress som börjar med http:// eller https://',
  en: 'be a web address that begins with http:// or https://',
};
const mediaTypeForm: Localized = {
  sv: 'vara en medietyp, till exempel text/csv eller application/json',
  en: 'be a media type, for example text/csv or application/json',
};
const emailForm: Localized = {
  sv: 'vara en e-postadress med mailto: först, till exempel mailto:oppnadata@example.se',
  en: 'be an e-mail address with mailto: in front, for example mailto:opendata@example.se',
};
const telephoneForm: Localized = {
  sv: 'vara ett telefonnummer med tel: och landskod först, till exempel tel:+46101234567',
  en: 'be a telephone number with tel: and the country code in front, for example tel:+46101234567',
};
