import { isJsonObject, type JsonValue } from '../kernel/json.ts';
import type { NodeObject } from '../profile/record.ts';
import { distributionAt } from './distribution-address.ts';

/** What a description says of a file that is kept here. */
export interface DescribedFile {
  readonly distribution: string;
  /** Its whole address. */
  readonly address: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** SHA-1, hexadecimal: what the Swedish profile takes. */
  readonly sha1: string;
  /** ISO 8601. */
  readonly modified: string;
  /** Schemas that it fulfils, and no others of ours: IRIs. */
  readonly schemas: readonly string[];
  /** What it is called in the list of files. */
  readonly title: { readonly sv: string };
}

/**
 * A dataset's description with the file in it: told anew where it stands already, else added last, under the licence that the
 * other files have. DCAT-AP-SE 3.0.1, Distribution.
 * @param base public base of our addresses
 */
export function withDistribution(
  base: string,
  content: NodeObject,
  file: DescribedFile,
): NodeObject {
  const distributions = nodes(content.distribution);
  const place = distributions.findIndex((node) => distributionOf(base, node) === file.distribution);
  const told = distributions[place];
  const next = told === undefined ? added(distributions, file) : toldAnew(base, told, file);
  return {
    ...content,
    distribution: told === undefined ? [...distributions, next] : distributions.with(place, next),
  } as NodeObject;
}

/** Id of the distribution of ours that the node is about; undefined for one whose file is elsewhere. */
export function distributionOf(base: string, node: JsonValue): string | undefined {
  if (!isJsonObject(node)) return undefined;
  const { downloadUrl } = node;
  const addresses = Array.isArray(downloadUrl) ? downloadUrl : [downloadUrl];
  for (const address of addresses) {
    const id = typeof address === 'string' ? distributionAt(base, address) : undefined;
    if (id !== undefined) return id;
  }
  return undefined;
}

/** SHA-1 that the description gives for the distribution's file; undefined when it has no such distribution or gives none. */
export function checksumOf(
  base: string,
  content: NodeObject,
  distribution: string,
): string | undefined {
  const node = nodes(content.distribution).find(
    (one) => distributionOf(base, one) === distribution,
  );
  const checksum = isJsonObject(node) ? node.checksum : undefined;
  const value = isJsonObject(checksum) ? checksum.checksumValue : undefined;
  return typeof value === 'string' ? value.toLowerCase() : undefined;
}

/** Whether the description has the distribution at all. */
export function hasDistribution(base: string, content: NodeObject, distribution: string): boolean {
  return nodes(content.distribution).some((node) => distributionOf(base, node) === distribution);
}

function nodes(value: JsonValue | undefined): readonly JsonValue[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? (value as readonly JsonValue[]) : [value as JsonValue];
}

function added(others: readonly JsonValue[], file: DescribedFile): JsonValue {
  const license = others
    .map((node) => (isJsonObject(node) ? node.license : undefined))
    .find((one) => one !== undefined);
  return {
    '@type': 'Distribution',
    title: file.title,
    ...(license === undefined ? {} : { license }),
    issued: file.modified,
    ...facts(file),
    ...(file.schemas.length === 0 ? {} : { conformsTo: file.schemas }),
  };
}

function toldAnew(base: string, told: JsonValue, file: DescribedFile): JsonValue {
  const before = isJsonObject(told) ? told : {};
  const { conformsTo, checksum: _, ...kept } = before;
  const others = nodes(conformsTo).filter(
    (one) => !(typeof one === 'string' && one.startsWith(`${base}/standards/`)),
  );
  const schemas = [...others, ...file.schemas];
  return {
    ...kept,
    ...facts(file),
    ...(schemas.length === 0 ? {} : { conformsTo: schemas }),
  } as JsonValue;
}

function facts({ address, mediaType, bytes, sha1, modified }: DescribedFile) {
  return {
    accessUrl: address,
    downloadUrl: [address],
    format: mediaType,
    byteSize: bytes,
    modified,
    checksum: {
      '@type': 'Checksum',
      algorithm: 'http://spdx.org/rdf/terms#checksumAlgorithm_sha1',
      checksumValue: sha1,
    },
  } satisfies JsonValue;
}
