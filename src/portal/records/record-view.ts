import { collections, type Kind } from '../../catalog/resource.ts';
import type { RecordPage } from '../../http/pages.ts';
import type { RecordContent } from '../../profile/record.ts';
import { markdownHtml } from '../markdown.ts';
import { type Fact, factsOf } from './facts-of.ts';
import { firstSentence } from './first-sentence.ts';
import { strings } from './json-values.ts';
import { type ShownText, shownText, shownTexts } from './shown-text.ts';
import type { Viewing } from './viewing.ts';

/** What every record's page begins with, whatever it is a record of. */
export interface RecordView {
  readonly kind: Exclude<Kind, 'catalog'>;
  readonly name: string;
  /** Path of the record's own address. */
  readonly path: string;
  readonly title: ShownText;
  /** Who publishes it, and the organisation's page here. */
  readonly publisher?: ShownText & { readonly href: string };
  readonly description?: DescriptionView;
  readonly themes: readonly LabelledLink[];
  readonly keywords: readonly LabelledLink[];
}

/** A description as safe HTML. */
export interface DescriptionView {
  readonly html: string;
  readonly language?: string;
  /** Whether the summary is all of it. */
  readonly isShort: boolean;
  /** The first sentence as plain text. */
  readonly summary: string;
}

export interface LabelledLink extends ShownText {
  readonly href: string;
}

/** The beginning of a record's page: what it is called, who is behind it, what it is about. */
export function recordView(shown: RecordPage, viewing: Viewing): RecordView {
  const { content, owner, resource } = shown;
  const { language } = viewing;
  const kind = resource.kind as RecordView['kind'];
  const title = shownText(content.title ?? content.name, language) ?? { text: resource.name };
  const publisher = owner && shownText(owner.content.name, language);
  const description = descriptionView(content, viewing);
  return {
    kind,
    name: resource.name,
    path: `/${collections[kind]}/${resource.name}`,
    title,
    ...(owner === undefined
      ? {}
      : {
          publisher: {
            ...(publisher ?? { text: owner.name }),
            href: `/organizations/${owner.name}`,
          },
        }),
    ...(description === undefined ? {} : { description }),
    themes: themeLinks(content, viewing),
    keywords: shownTexts(content.keyword, language).map((keyword) => ({
      ...keyword,
      href: `/datasets?keyword=${encodeURIComponent(keyword.text.trim().toLowerCase())}`,
    })),
  };
}

/** The description in the reader's language, as far as a page goes. */
export function descriptionView(
  { description }: RecordContent,
  { language }: Viewing,
): DescriptionView | undefined {
  const text = shownText(description, language);
  if (text === undefined) return undefined;
  const summary = firstSentence(text.text);
  return {
    html: markdownHtml(text.text),
    summary,
    isShort: summary === text.text.trim(),
    ...(text.language === undefined ? {} : { language: text.language }),
  };
}

function themeLinks(
  { theme }: RecordContent,
  { profile, language }: Viewing,
): readonly LabelledLink[] {
  const scheme = profile.vocabularies.get('data-theme');
  return strings(theme).flatMap((iri) => {
    const concept = scheme.concept(iri);
    return concept?.code === undefined
      ? []
      : [{ text: concept.prefLabel[language], href: `/themes/${concept.code}` }];
  });
}

/**
 * All that has been given no place of its own, in the profile's order; before it the title and the description in languages that no
 * page of ours is in.
 */
export function remainingFacts(
  content: RecordContent,
  className: string,
  placed: ReadonlySet<string>,
  viewing: Viewing,
): readonly Fact[] {
  const texts = factsOf(content, className, viewing, { only: texted }).flatMap((fact) => {
    const values = fact.values.slice(1).filter(({ language }) => language !== undefined);
    return values.length === 0 ? [] : [{ ...fact, values }];
  });
  const others = factsOf(content, className, viewing, {
    except: new Set([...placed, ...texted]),
  });
  return [...texts, ...others];
}

const texted: ReadonlySet<string> = new Set(['title', 'name', 'description']);
