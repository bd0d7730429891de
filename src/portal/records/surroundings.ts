import { may } from '../../catalog/policy.ts';
import { classOf } from '../../catalog/resource.ts';
import { isShown } from '../../http/answer-record.ts';
import type { Context } from '../../http/context.ts';
import type { RecordPage } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import type { Iri } from '../../kernel/iri.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { knownRecords, recordLink } from './known-records.ts';
import type { OrganizationServices } from './organization-services.ts';
import { type ShownText, shownText } from './shown-text.ts';
import type { SimilarRecords } from './similar-records.ts';
import { type VersionLine, versionLines } from './version-list.ts';
import type { RecordLink, Viewing } from './viewing.ts';

/** What a record's page says that is not in the record: what stands around it in the catalogue. */
export interface RecordSurroundings {
  readonly base: string;
  readonly iri: string;
  /** Path of this page, without a suffix: the record's, or one of its versions'. */
  readonly path: string;
  /** The organisation's name in addresses. */
  readonly organization: string;
  readonly version: number;
  readonly isCurrent: boolean;
  readonly isDraft: boolean;
  /** Day on which the shown version was saved, in words. */
  readonly saved: string;
  /** The newest versions. */
  readonly versions: readonly VersionLine[];
  /** Services that say they give the data. */
  readonly services: readonly RelatedRecord[];
  /** None while search does not answer. */
  readonly similar: readonly RelatedRecord[];
}

/** Another record as a link, with a few words about it. */
export interface RelatedRecord {
  readonly href: string;
  readonly title: ShownText;
  readonly note?: string;
}

/** What finds the records around one. */
export interface Neighbours {
  readonly servicesOf: OrganizationServices;
  readonly similarTo: SimilarRecords;
}

/** As many versions as a page shows before it leads to the list of all. */
const shownVersions = 4;

/** What the views of a record need to know: its language, its words, and what it points at. */
export async function viewingOf(
  { context }: Services,
  { content, language, owner }: RecordPage,
): Promise<Viewing> {
  return {
    profile: context.profile,
    language,
    words: wordsIn(language).record,
    base: context.base,
    now: context.now(),
    known: new Map([
      ...(await knownRecords(context.store, content, language, owner && [owner.content['@id']])),
      ...(owner === undefined ? [] : [ownerLink(owner, language)]),
    ]),
  };
}

function ownerLink(
  { name, content }: NonNullable<RecordPage['owner']>,
  language: UserLanguage,
): readonly [Iri, RecordLink] {
  return [content['@id'], recordLink({ kind: 'organization', name, content }, language)];
}

/** What stands around a record, asked for all at once. */
export async function surroundings(
  ctx: Context,
  services: Services,
  shown: RecordPage,
  viewing: Viewing,
  { servicesOf, similarTo }: Neighbours,
): Promise<RecordSurroundings> {
  const { resource, version, isCurrent, address, content } = shown;
  const { store, base } = services.context;
  const { id, kind, organization } = resource;
  const seesDrafts = may(ctx.state.actor, 'see-drafts', organization);
  const [newest, serving, similar] = await Promise.all([
    store.versions(id, { limit: shownVersions + 1 }),
    kind === 'dataset' ? servicesOf(organization, content['@id']) : [],
    kind === 'dataset' && resource.state === 'published' ? similarTo(id, viewing.language) : [],
  ]);
  const versions = newest.filter((one) => isShown(one, seesDrafts));
  const saved = newest.find((one) => one.version === version)?.saved ?? resource.changed;
  return {
    base,
    iri: content['@id'],
    path: address.slice(base.length),
    organization: resource.organizationName,
    version,
    isCurrent,
    isDraft: resource.state === 'draft',
    saved: formatDate(saved, viewing.language),
    versions: versionLines(versions, resource.version, classOf[kind], viewing).slice(
      0,
      shownVersions,
    ),
    services: serving.map(({ href, title }) => ({
      href,
      title: shownText(title, viewing.language) ?? { text: href },
    })),
    similar,
  };
}
