import { CatalogError } from '../kernel/errors.ts';
import type { Localized, UserLanguage } from '../kernel/issue.ts';
import { BadCursor } from '../search/cursor.ts';
import { SearchBuilding, SearchUnavailable } from '../search/search-index.ts';
import type { Context, Middleware } from './context.ts';
import { badParameters, ClientGone, HttpProblem } from './http-problem.ts';
import { pageLanguage } from './language.ts';
import type { Logger } from './log.ts';
import { prefersHtml } from './negotiate.ts';
import type { ProblemPage } from './pages.ts';
import { type ProblemCode, problems } from './problem-table.ts';
import type { TellRefusal } from './tell-refusals.ts';
import { vary } from './vary.ts';

/** The address of a problem's explanation: the `type` of a reply. */
function problemType(base: string, code: ProblemCode): string {
  return `${base}/problems/${code}`;
}

/**
 * Turns whatever is thrown below into `application/problem+json` (RFC 9457; FEL.01, FEL.02 of Sweden's REST API profile).
 * Faults of ours are logged once, here, and answered 500 without detail. People with a browser, outside `/api/`, get a page.
 */
export function problemDetails({
  base,
  logger,
  tellRefusal,
}: {
  readonly base: string;
  readonly logger: Logger;
  readonly tellRefusal?: TellRefusal | undefined;
}): Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      if (error instanceof ClientGone || !ctx.writable) {
        ctx.respond = false;
        ctx.res.destroy();
        return;
      }
      const problem = asProblem(error);
      if (problem.code === 'internal-error')
        logger.fault('request-failed', error, { id: ctx.state.id });
      else if (forOperators.has(problem.code) && problem.cause !== undefined)
        logger.fault(problem.code, problem.cause, { id: ctx.state.id });
      // The answer is the same whether the audit can be written or not.
      await tellRefusal?.(ctx, error).catch((fault: unknown) =>
        logger.fault('refusal-not-told', fault, { id: ctx.state.id }),
      );
      reply(ctx, base, problem);
    }
  };
}

/** What the client cannot mend and the operator must hear of. */
const forOperators: ReadonlySet<ProblemCode> = new Set(['storage-full', 'service-unavailable']);

/** An error as a problem; unknown ones become `internal-error`, whose text says nothing of them. */
function asProblem(error: unknown): HttpProblem | CatalogError {
  if (error instanceof HttpProblem || error instanceof CatalogError) return error;
  // Koa and its parsers throw http-errors, possibly of another copy of that package: known by shape, not by class.
  if (error instanceof Error && 'expose' in error && 'status' in error && error.expose === true) {
    const code = typeof error.status === 'number' ? codeOfStatus(error.status) : undefined;
    if (code !== undefined) return new HttpProblem(code, problems[code].help, { cause: error });
  }
  if (error instanceof SearchBuilding) return searchBuilding(error);
  if (error instanceof SearchUnavailable)
    return new HttpProblem('search-unavailable', problems['search-unavailable'].help, {
      cause: error,
    });
  if (error instanceof BadCursor)
    return badParameters([{ in: 'query', parameter: 'cursor', detail: foreignCursor }]);
  // A temporary file that did not fit.
  if (error instanceof Error && 'code' in error && /^(?:ENOSPC|EDQUOT)$/.test(String(error.code)))
    return new HttpProblem('storage-full', problems['storage-full'].help, { cause: error });
  return new HttpProblem('internal-error', problems['internal-error'].help, { cause: error });
}

/** No index yet is another thing than an engine that is gone, and passes by itself. */
function searchBuilding({ progress }: SearchBuilding): HttpProblem {
  const { sv, en } =
    progress === undefined
      ? { sv: '', en: '' }
      : {
          sv: `: ${progress.done} av ${progress.total} poster är klara`,
          en: `: ${progress.done} of ${progress.total} records are done`,
        };
  return new HttpProblem(
    'search-unavailable',
    {
      sv: `Sökningen byggs upp${sv}. Allt annat fungerar under tiden. Försök igen om en stund.`,
      en: `The search index is being built${en}. Everything else works meanwhile. Try again in a moment.`,
    },
    progress === undefined ? {} : { members: { building: { ...progress } } },
  );
}

const foreignCursor: Localized = {
  sv: 'Ska vara ett värde som next har haft för samma sökning.',
  en: 'Must be a value that next has had for the same search.',
};

function codeOfStatus(status: number): ProblemCode | undefined {
  const codes: Readonly<Record<number, ProblemCode>> = {
    401: 'not-authenticated',
    403: 'not-permitted',
    404: 'not-found',
    405: 'method-not-allowed',
    406: 'not-acceptable',
    408: 'request-timeout',
    413: 'payload-too-large',
    414: 'uri-too-long',
    415: 'unsupported-media-type',
  };
  return codes[status] ?? (status >= 400 && status < 500 ? 'bad-request' : undefined);
}

function reply(ctx: Context, base: string, problem: HttpProblem | CatalogError): void {
  const { code } = problem;
  const row = problems[code];
  const language = pageLanguage(ctx);
  const body = {
    type: problemType(base, code),
    title: row.title[language],
    status: row.status,
    detail: problem.detail[language],
    instance: `${base}${ctx.path}`,
    requestId: ctx.state.id,
    ...errorsOf(problem, language),
    ...('members' in problem ? problem.members : {}),
  };
  ctx.state.problem = code;
  // What the handler had begun to say belonged to the answer that it did not give.
  for (const name of [
    'etag',
    'last-modified',
    'content-encoding',
    'content-length',
    'content-disposition',
    'content-profile',
    'link',
  ]) {
    ctx.res.removeHeader(name);
  }
  ctx.status = row.status;
  ctx.set(standardHeaders(code));
  ctx.set({ 'Cache-Control': 'no-store', 'Content-Language': language });
  if ('headers' in problem) ctx.set({ ...problem.headers });
  if (!ctx.path.startsWith('/api/') && prefersHtml(ctx.req.headers.accept)) {
    vary(ctx, 'Accept');
    ctx.state.pages.problem(ctx, {
      code,
      status: row.status,
      title: body.title,
      detail: body.detail,
      issues: issuesOf(problem, language),
      ...elsewhereOf(ctx, problem, language),
      type: body.type,
      requestId: ctx.state.id,
      language,
    });
    return;
  }
  ctx.set('Content-Type', 'application/problem+json');
  ctx.body = JSON.stringify(body);
}

/** Headers that HTTP asks of a status. RFC 9110 §11.6.1 (401), §10.2.3 (503). */
function standardHeaders(code: ProblemCode): Record<string, string> {
  if (code === 'not-authenticated') return { 'WWW-Authenticate': 'Bearer realm="datatorget"' };
  if (problems[code].status === 503) return { 'Retry-After': '5' };
  return {};
}

/** The same faults as a page lists them. */
function issuesOf(
  problem: HttpProblem | CatalogError,
  language: UserLanguage,
): ProblemPage['issues'] {
  return problem instanceof CatalogError
    ? problem.issues.map(({ pointer, message }) => ({ where: pointer, text: message[language] }))
    : problem.faults.map(({ parameter, detail }) => ({
        where: parameter,
        text: detail[language],
      }));
}

/** Where a reader goes on: what the refusal says, else the words that the address of a missing record is made of. */
function elsewhereOf(
  ctx: Context,
  problem: HttpProblem | CatalogError,
  language: UserLanguage,
): Pick<ProblemPage, 'words' | 'publisher'> {
  const elsewhere = problem instanceof HttpProblem ? problem.elsewhere : undefined;
  if (elsewhere === undefined) {
    const words = problem.code === 'not-found' ? wordsOfAddress(ctx.path) : undefined;
    return { words, publisher: undefined };
  }
  const { words, publisher } = elsewhere;
  return {
    words: words[language],
    publisher: publisher && { name: publisher.name[language], href: publisher.href },
  };
}

/** `/datasets/badplatser-i-umea.html`: the words that a record's name is made of. */
function wordsOfAddress(path: string): string | undefined {
  const [, name] =
    /^\/(?:datasets?|series|services|organizations)\/([a-z0-9][a-z0-9_.-]{0,200})(?:\/|$)/i.exec(
      path,
    ) ?? [];
  const words = name
    ?.replace(/\.html$/, '')
    .replace(/[-_.]+/g, ' ')
    .trim();
  return words === '' ? undefined : words;
}

function errorsOf(problem: HttpProblem | CatalogError, language: UserLanguage): object {
  if (problem instanceof CatalogError) {
    if (problem.issues.length === 0) return {};
    const errors = problem.issues.map((issue) => ({
      pointer: `#${encodeURI(issue.pointer)}`,
      rule: issue.rule,
      level: issue.level,
      detail: issue.message[language],
    }));
    return { errors };
  }
  if (problem.faults.length === 0) return {};
  return { errors: problem.faults.map((fault) => ({ ...fault, detail: fault.detail[language] })) };
}
