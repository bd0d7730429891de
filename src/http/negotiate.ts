import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import { qualityOf } from './language.ts';
import { vary } from './vary.ts';

/** One form in which a resource can be had. */
export interface Representation {
  /** Without parameters: `text/turtle`. */
  readonly mediaType: string;
  /** As in `/datasets/trees.ttl` and `?format=ttl`. */
  readonly suffix: string;
  /** The header's value when it is more than the media type: `text/turtle; charset=utf-8`. */
  readonly contentType?: string;
  /** Other names that ask for the same: `application/x-turtle`. */
  readonly aliases?: readonly string[];
}

interface MediaRange {
  readonly type: string;
  readonly quality: number;
}

/**
 * Chooses the representation: by suffix, else by `?format=`, else by `Accept`; of equally welcome ones the first in the list.
 * Sets `Vary: Accept` when `Accept` decided, and `Content-Type`. RFC 9110 §12.5.1.
 * @param formatIsForm whether `?format=` is the form; in searches it is what they are narrowed by
 * @throws HttpProblem `not-acceptable`, with all there are; `not-found` for a suffix that none has.
 */
export function negotiate<R extends Representation>(
  ctx: Context,
  available: readonly R[],
  formatIsForm = true,
): R {
  const suffix = ctx.params.suffix;
  const format = suffix ?? (formatIsForm ? ctx.state.query.text('format') : undefined);
  const chosen =
    format === undefined
      ? byAccept(ctx.req.headers.accept, available)
      : available.find((representation) => representation.suffix === format);
  if (format === undefined) vary(ctx, 'Accept');
  if (chosen === undefined) throw notAcceptable(available, suffix);
  ctx.res.setHeader('Content-Type', chosen.contentType ?? chosen.mediaType);
  return chosen;
}

/** The representation that `Accept` likes best, or undefined when it refuses all. */
export function byAccept<R extends Representation>(
  accept: string | undefined,
  available: readonly R[],
): R | undefined {
  if (accept === undefined || accept === '' || accept === '*/*') return available[0];
  const ranges = parseAccept(accept);
  let best: R | undefined;
  let bestQuality = 0;
  for (const representation of available) {
    const quality = qualityFor(representation, ranges);
    if (quality > bestQuality) {
      best = representation;
      bestQuality = quality;
    }
  }
  return best;
}

/** Whether the reader is a browser: it names `text/html`, and likes it at least as well as JSON. */
export function prefersHtml(accept: string | undefined): boolean {
  if (accept?.includes('text/html') !== true) return false;
  return (
    byAccept(accept, [
      { mediaType: 'text/html', suffix: 'html' },
      { mediaType: 'application/problem+json', suffix: 'json', aliases: ['application/json'] },
    ])?.suffix === 'html'
  );
}

/** The most specific range that matches decides, not the best: RFC 9110 §12.5.1. */
function qualityFor(representation: Representation, ranges: readonly MediaRange[]): number {
  const names = [representation.mediaType, ...(representation.aliases ?? [])];
  const family = `${representation.mediaType.slice(0, representation.mediaType.indexOf('/'))}/*`;
  let quality = 0;
  let specificity = -1;
  for (const range of ranges) {
    const level = names.includes(range.type)
      ? 2
      : range.type === family
        ? 1
        : range.type === '*/*'
          ? 0
          : -1;
    if (level > specificity || (level === specificity && level >= 0 && range.quality > quality)) {
      quality = range.quality;
      specificity = level;
    }
  }
  return quality;
}

// Clients send a handful of different headers, over and over.
const parsed = new Map<string, readonly MediaRange[]>();

function parseAccept(accept: string): readonly MediaRange[] {
  const known = parsed.get(accept);
  if (known !== undefined) return known;
  // Parameters other than `q` (charset, profile, version) do not narrow what we have, so they are passed over.
  const ranges = accept.split(',').map((range) => {
    const [type = '', ...parameters] = range.split(';');
    return { type: type.trim().toLowerCase(), quality: qualityOf(parameters) };
  });
  if (parsed.size >= 500) parsed.clear();
  if (accept.length <= 500) parsed.set(accept, ranges);
  return ranges;
}

function notAcceptable(
  available: readonly Representation[],
  suffix: string | undefined,
): HttpProblem {
  const types = available.map(({ mediaType }) => mediaType);
  const members = { available: types, suffixes: available.map((one) => one.suffix) };
  if (suffix !== undefined) {
    const suffixes = members.suffixes.map((one) => `.${one}`).join(', ');
    return new HttpProblem(
      'not-found',
      { sv: `Adressen kan sluta på ${suffixes}.`, en: `The address can end in ${suffixes}.` },
      { members },
    );
  }
  const list = types.join(', ');
  return new HttpProblem(
    'not-acceptable',
    { sv: `Det finns som ${list}.`, en: `It is available as ${list}.` },
    { members },
  );
}
