import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import { syntaxByMediaType, syntaxBySuffix } from '../rdf/syntaxes/registry.ts';
import { UsageError } from './command.ts';

/** Reads a command's arguments. @throws UsageError with what was wrong. */
export function readOptions<T extends ParseArgsOptionsConfig>(
  args: readonly string[],
  options: T,
  positionals: number,
) {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    if (parsed.positionals.length !== positionals) {
      throw new UsageError(
        positionals === 0
          ? 'This command takes no file.'
          : `This command takes ${positionals} argument, not ${parsed.positionals.length}.`,
      );
    }
    return parsed;
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Work that fails because of what it was pointed at. @throws UsageError with the failure's own words. */
export async function attempt<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The media type that a file name or `Content-Type` speaks of. @throws UsageError when it is no RDF of ours. */
export function mediaTypeOf(name: string, contentType?: string | null): string {
  const stated =
    contentType === undefined || contentType === null ? undefined : syntaxByMediaType(contentType);
  if (stated !== undefined) return stated.mediaType;
  const suffix = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const more: Readonly<Record<string, string>> = {
    trig: 'application/trig',
    nq: 'application/n-quads',
    owl: 'application/rdf+xml',
    json: 'application/ld+json',
  };
  const type = syntaxBySuffix(suffix)?.mediaType ?? more[suffix];
  if (type === undefined) {
    throw new UsageError(
      `${name}: which syntax is it? Files end in .ttl, .rdf, .xml, .jsonld, .nt, .trig or .nq.`,
    );
  }
  return type;
}
