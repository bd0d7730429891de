import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { koaBody } from 'koa-body';
import { contentType, mustAccept } from './content-type.ts';
import type { Context } from './context.ts';
import { ClientGone, HttpProblem } from './http-problem.ts';

/** A file that came in a form: a temporary one of ours until the form is removed. */
export interface FormFile {
  readonly path: string;
  readonly size: number;
  /** As the client called it: a label, never a path. */
  readonly name: string;
  readonly mediaType: string | undefined;
}

/** What a browser's form, or `curl --form`, sent. Each field and file at most once. */
export interface Form extends AsyncDisposable {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, FormFile>;
  /** Removes the files; also what `await using` does. */
  remove(): Promise<void>;
}

const formMediaTypes: readonly string[] = [
  'multipart/form-data',
  'application/x-www-form-urlencoded',
];

/** Enough for any form of ours, too few to hurt: CVE-2023-50248 was a form with crafted indices. */
const usual = { fields: 200, fieldBytes: 1024 * 1024 } as const;
const mostFiles = 10;

/**
 * Reads a form with koa-body. Files are written to the folder, named by us.
 * @param limit bytes of all files together
 * @param most fields and their bytes, when a form of ours has more than the others
 * @throws HttpProblem `unsupported-media-type`, `payload-too-large`, `bad-request`. @throws ClientGone.
 */
export async function readForm(
  ctx: Context,
  {
    limit,
    folder = tmpdir(),
    most = usual,
  }: {
    readonly limit: number;
    readonly folder?: string;
    readonly most?: { readonly fields: number; readonly fieldBytes: number };
  },
): Promise<Form> {
  mustAccept(ctx, formMediaTypes);
  if (Number(ctx.req.headers['content-length'] ?? 0) > limit + most.fieldBytes)
    throw tooLarge(ctx, limit);
  const written: string[] = [];
  const remove = async (): Promise<void> => {
    await Promise.all(written.map((path) => rm(path, { force: true })));
  };
  const parse = koaBody({
    json: false,
    text: false,
    urlencoded: true,
    multipart: contentType(ctx) === 'multipart/form-data',
    formLimit: most.fieldBytes,
    // Names are ours and whole. qs leaves out what comes after its limit without a word, so it is given one more to count.
    queryString: { parameterLimit: most.fields + 1, allowDots: false },
    formidable: {
      uploadDir: folder,
      filename: () => `datatorget-form-${randomUUID()}`,
      maxFields: most.fields,
      maxFieldsSize: most.fieldBytes,
      maxFiles: mostFiles,
      maxFileSize: limit,
      maxTotalFileSize: limit,
      allowEmptyFiles: true,
      minFileSize: 0,
      onFileBegin: (_field, file) => {
        written.push(file.filepath);
      },
    },
  });
  try {
    await parse(ctx, () => Promise.resolve());
    const fields = fieldsOf(ctx.request.body);
    if (fields.size > most.fields) throw tooLarge(ctx, limit);
    return {
      fields,
      files: filesOf(ctx.request.files),
      remove,
      [Symbol.asyncDispose]: remove,
    };
  } catch (error) {
    await remove();
    throw asProblem(ctx, error, limit);
  }
}

/** Own text fields only. @throws HttpProblem `bad-request` for a repeated one or one with an index. */
function fieldsOf(body: unknown): ReadonlyMap<string, string> {
  const fields = new Map<string, string>();
  for (const [name, value] of Object.entries(body ?? {})) {
    if (typeof value !== 'string') throw notOnce(name);
    fields.set(name, value);
  }
  return fields;
}

function filesOf(files: Context['request']['files']): ReadonlyMap<string, FormFile> {
  const named = new Map<string, FormFile>();
  for (const [field, file] of Object.entries(files ?? {})) {
    if (Array.isArray(file)) throw notOnce(field);
    const { filepath: path, size, originalFilename, mimetype } = file;
    named.set(field, {
      path,
      size,
      name: originalFilename ?? '',
      mediaType: mimetype ?? undefined,
    });
  }
  return named;
}

function notOnce(name: string): HttpProblem {
  const field = name.slice(0, 60);
  return new HttpProblem('bad-request', {
    sv: `Fältet ${field} får stå högst en gång, utan index.`,
    en: `The field ${field} may stand at most once, without an index.`,
  });
}

/** formidable says `httpCode`, co-body `status`; a client that hung up is neither's to answer. */
function asProblem(ctx: Context, error: unknown, limit: number): Error {
  if (error instanceof HttpProblem) return error;
  if (!ctx.req.complete && ctx.req.destroyed) return new ClientGone(error);
  const { httpCode, status } = error as { readonly httpCode?: unknown; readonly status?: unknown };
  const code = httpCode ?? status;
  if (code === 413) return tooLarge(ctx, limit);
  if (typeof code !== 'number' || code >= 500)
    return error instanceof Error ? error : new Error('koa-body failed', { cause: error });
  return new HttpProblem(
    'bad-request',
    { sv: 'Formuläret kan inte läsas.', en: 'The form cannot be read.' },
    { cause: error },
  );
}

function tooLarge(ctx: Context, limit: number): HttpProblem {
  ctx.res.shouldKeepAlive = false;
  return new HttpProblem(
    'payload-too-large',
    {
      sv: `Högst ${limit} byte filer i ${mostFiles} filer tas emot här, och formuläret får inte ha fler eller längre fält än sidan har.`,
      en: `At most ${limit} bytes of files in ${mostFiles} files are taken here, and no more or longer fields than the page has.`,
    },
    { members: { limit } },
  );
}
