import { isLinkable } from '../../http/facts-page.ts';
import type { JsonObject } from '../../kernel/json.ts';
import type { NodeObject } from '../../profile/record.ts';
import { formatBytes } from '../words/format.ts';
import { type Fact, type FactValue, factOf, factsOf } from './facts-of.ts';
import { firstSentence } from './first-sentence.ts';
import { type FormatView, formatView } from './formats.ts';
import { firstString, nodes, strings } from './json-values.ts';
import { type LicenceView, licenceView } from './licence-view.ts';
import { type ShownText, shownText } from './shown-text.ts';
import type { Viewing } from './viewing.ts';

/** One way to get the data, as it is shown. */
export interface DistributionView {
  /** Its fragment on the page. */
  readonly id: string;
  readonly title: ShownText;
  readonly description?: ShownText;
  readonly format?: FormatView;
  /** `1,2 MB`. */
  readonly size?: string;
  readonly licence?: LicenceView;
  /** Addresses of files, that a browser may be sent to. */
  readonly downloads: readonly string[];
  /** Addresses of pages or services, that are no files. */
  readonly accesses: readonly string[];
  /** Addresses as they were written that no browser is sent to, such as `ftp:` ones. */
  readonly otherAddresses: readonly string[];
  /** Words about a state that a reader has to know of: being developed, on its way out, withdrawn. */
  readonly status?: { readonly text: string; readonly isBad: boolean };
  /** All that has no place of its own. */
  readonly facts: readonly Fact[];
  /** The services that give access to the same data. */
  readonly services: readonly FactValue[];
}

const placed = new Set([
  'title',
  'description',
  'accessUrl',
  'downloadUrl',
  'format',
  'license',
  'byteSize',
  'status',
  'accessService',
]);

const placedButDescription = placed.difference(new Set(['description']));

/** The distributions of a dataset, in the order in which they were written: that is the publisher's. */
export function distributionViews(
  dataset: NodeObject,
  viewing: Viewing,
): readonly DistributionView[] {
  return nodes(dataset.distribution).map((node, at) => distributionView(node, at, viewing));
}

function distributionView(node: JsonObject, at: number, viewing: Viewing): DistributionView {
  const { profile, language, words } = viewing;
  const written = firstString(node.format) ?? firstString(node.mediaType);
  const format =
    written === undefined ? undefined : formatView(written, profile.vocabularies, language);
  const downloads = strings(node.downloadUrl);
  const accesses = strings(node.accessUrl).filter((address) => !downloads.includes(address));
  const description = shownText(node.description, language);
  const isWhole =
    description === undefined || firstSentence(description.text) === description.text.trim();
  const licence = licenceView(node.license, viewing);
  const status = statusOf(node, viewing);
  return {
    id: `file-${at + 1}`,
    title: shownText(node.title, language) ?? {
      text: format?.label ?? words.unnamedDistribution(at + 1),
    },
    ...(description === undefined ? {} : { description }),
    ...(format === undefined ? {} : { format }),
    ...(typeof node.byteSize === 'number' && node.byteSize > 0
      ? { size: formatBytes(node.byteSize, language) }
      : {}),
    ...(licence === undefined ? {} : { licence }),
    downloads: downloads.filter(isLinkable),
    accesses: accesses.filter(isLinkable),
    otherAddresses: [...downloads, ...accesses].filter((address) => !isLinkable(address)),
    ...(status === undefined ? {} : { status }),
    facts: factsOf(node, 'Distribution', viewing, {
      except: isWhole ? placed : placedButDescription,
    }),
    services: factOf(node, 'Distribution', 'accessService', viewing)?.values ?? [],
  };
}

/** `Completed` goes without saying. */
function statusOf(
  node: JsonObject,
  { profile, language }: Viewing,
): DistributionView['status'] | undefined {
  const iri = firstString(node.status);
  if (iri === undefined || iri.endsWith('/COMPLETED')) return undefined;
  const text = profile.vocabularies.get('distribution-status').label(iri, language) ?? iri;
  return { text, isBad: iri.endsWith('/WITHDRAWN') || iri.endsWith('/DEPRECATED') };
}
