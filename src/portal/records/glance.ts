import { currencyOf } from '../../profile/currency.ts';
import type { RecordContent } from '../../profile/record.ts';
import { valueOfConcept } from '../../search/concept-values.ts';
import type { Tone } from '../components/tag.tsx';
import { formatDate } from '../words/format.ts';
import { firstString, iris, listed, nodes, strings } from './json-values.ts';
import { type LicenceView, licenceView } from './licence-view.ts';
import { periodText } from './period-text.ts';
import type { Viewing } from './viewing.ts';

/** One of the few facts that a reader wants before all others. */
export interface GlanceFact {
  readonly label: string;
  readonly value: string;
  /** Where the value leads. */
  readonly href?: string;
  /** What the value means, or how far it can be trusted. */
  readonly detail?: string;
  /** A state that words and colour tell together. */
  readonly state?: { readonly tone: Tone; readonly text: string };
}

/** How current, under what licence, open to whom, about what place and what time. What is not known is said to be so. */
export function glanceFacts(content: RecordContent, viewing: Viewing): readonly GlanceFact[] {
  return [
    updatedFact(content, viewing),
    licenceFact(content, viewing),
    ...accessFact(content, viewing),
    ...placeFact(content, viewing),
    ...timeFact(content, viewing),
  ];
}

/** When the data was last changed, as far as its description says: a dataset's own date, else the newest of its files. */
export function changedOf(content: RecordContent): string | undefined {
  const files = nodes(content.distribution).flatMap(({ modified }) => strings(modified));
  return firstString(content.modified) ?? files.toSorted().at(-1) ?? firstString(content.issued);
}

function updatedFact(
  content: RecordContent,
  { profile, language, words, now }: Viewing,
): GlanceFact {
  const promised = firstString(content.accrualPeriodicity);
  const often =
    promised === undefined
      ? undefined
      : (profile.vocabularies.get('frequency').label(promised, language) ?? promised);
  const { state, changed, due } = currencyOf(changedOf(content), promised, now);
  const say = words.currency;
  const details = {
    current: () => say.current(often ?? ''),
    overdue: () => say.overdue(often ?? '', due === undefined ? '' : formatDate(due, language)),
    always: () => say.always,
    finished: () => say.finished,
    unknown: () => (often === undefined ? say.unpromised : say.unknown(often)),
  };
  return {
    label: words.updated,
    value: changed === undefined ? words.notTold : formatDate(changed, language),
    detail: details[state](),
    ...(state === 'overdue' ? { state: { tone: 'warn' as const, text: words.overdue } } : {}),
  };
}

/** Under what licence: the record's own, or those of its files. */
export function licenceFact(content: RecordContent, viewing: Viewing): GlanceFact {
  const { words } = viewing;
  const written = [content.license, ...nodes(content.distribution).map(({ license }) => license)];
  const views = new Map<string, LicenceView>();
  for (const value of written) {
    const view = licenceView(value, viewing);
    if (view !== undefined) views.set(view.name, view);
  }
  const [view] = views.values();
  if (view === undefined) {
    return { label: words.licence, value: words.noLicence, detail: words.noLicenceHelp };
  }
  if (views.size > 1) {
    return {
      label: words.licence,
      value: words.severalLicences,
      detail: [...views.keys()].slice(0, 3).join(', '),
    };
  }
  const { name, meaning, href } = view;
  return {
    label: words.licence,
    value: meaning ?? name,
    ...(meaning === undefined ? {} : { detail: name }),
    ...(href === undefined ? {} : { href }),
  };
}

/** Who may read the data. */
export function accessFact(
  content: RecordContent,
  { profile, language, words }: Viewing,
): readonly GlanceFact[] {
  const iri = firstString(content.accessRights);
  if (iri === undefined) return [];
  const concept = profile.vocabularies.get('access-right').concept(iri);
  const meanings: Readonly<Record<string, string>> = words.accessMeanings;
  const meaning = meanings[concept?.code ?? ''];
  return [{ label: words.access, value: meaning ?? concept?.prefLabel[language] ?? iri }];
}

function placeFact(
  content: RecordContent,
  { profile, language, words }: Viewing,
): readonly GlanceFact[] {
  const scheme = profile.vocabularies.get('place');
  const named = iris(content.spatial).filter((iri) => scheme.has(iri));
  const [first] = named;
  if (first === undefined) {
    const isDrawn = nodes(content.spatial).length > 0;
    return isDrawn ? [{ label: words.place, value: words.drawnArea }] : [];
  }
  const labels = named.slice(0, 3).map((iri) => scheme.label(iri, language) ?? iri);
  const left = named.length - labels.length;
  return [
    {
      label: words.place,
      value: labels.join(', '),
      ...(left > 0 ? { detail: words.more(String(left)) } : {}),
      ...(named.length === 1
        ? {
            href: `/datasets?place=${encodeURIComponent(valueOfConcept(profile.vocabularies, 'place', first))}`,
          }
        : {}),
    },
  ];
}

function timeFact(content: RecordContent, { language, words }: Viewing): readonly GlanceFact[] {
  const periods = listed(content.temporal).length;
  const [period] = nodes(content.temporal);
  if (period === undefined) return [];
  const value = periodText(period, words, language);
  if (value === undefined) return [];
  return [
    {
      label: words.time,
      value,
      ...(periods > 1 ? { detail: words.more(String(periods - 1)) } : {}),
    },
  ];
}
