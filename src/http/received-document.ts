import { syntaxByMediaType, syntaxBySuffix } from '../rdf/syntaxes/registry.ts';
import { spoolBody } from './body.ts';
import { contentType } from './content-type.ts';
import type { Context } from './context.ts';
import { readForm } from './form.ts';
import { ClientGone, HttpProblem } from './http-problem.ts';

/** A document that a client sent, whole and on disk until it is disposed of. */
export interface ReceivedDocument extends AsyncDisposable {
  readonly path: string;
  /** The parser's. */
  readonly mediaType: string;
}

/**
 * Takes a document: as the body itself, or as `file` of a form (`curl --form file=@catalog.rdf`, a page's upload). It is on disk
 * before anything is done, so that a client that hangs up has done nothing.
 * @throws as `spoolBody` and `readForm`; HttpProblem `bad-request` for a form without the file, `unsupported-media-type` for a file
 * whose syntax neither its type nor its name tells.
 */
export async function receiveDocument(ctx: Context, limit: number): Promise<ReceivedDocument> {
  const document =
    contentType(ctx) === 'multipart/form-data'
      ? await documentOfForm(ctx, limit)
      : await documentOfBody(ctx, limit);
  if (ctx.req.destroyed && !ctx.req.complete) {
    await document[Symbol.asyncDispose]();
    throw new ClientGone();
  }
  return document;
}

async function documentOfBody(ctx: Context, limit: number): Promise<ReceivedDocument> {
  // The router has refused the types that no parser reads.
  const type = contentType(ctx) ?? '';
  const body = await spoolBody(ctx, limit);
  return {
    path: body.path,
    mediaType: syntaxByMediaType(type)?.mediaType ?? type,
    [Symbol.asyncDispose]: () => body.remove(),
  };
}

async function documentOfForm(ctx: Context, limit: number): Promise<ReceivedDocument> {
  const form = await readForm(ctx, { limit });
  const file = form.files.get('file');
  const mediaType =
    file === undefined
      ? undefined
      : (syntaxByMediaType(file.mediaType ?? '')?.mediaType ?? typeOfName(file.name));
  if (file === undefined || mediaType === undefined) {
    await form.remove();
    throw file === undefined ? noFile() : unknownSyntax();
  }
  return { path: file.path, mediaType, [Symbol.asyncDispose]: () => form.remove() };
}

function typeOfName(name: string): string | undefined {
  const suffix = /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? '';
  return syntaxBySuffix(suffix)?.mediaType;
}

function noFile(): HttpProblem {
  return new HttpProblem('bad-request', {
    sv: 'Formuläret saknar dokumentet. Skicka det i fältet file.',
    en: 'The form lacks the document. Send it in the field file.',
  });
}

function unknownSyntax(): HttpProblem {
  return new HttpProblem('unsupported-media-type', {
    sv: 'Filens syntax framgår inte. Namnet ska sluta på .ttl, .rdf, .xml, .jsonld eller .nt.',
    en: 'The syntax of the file is not told. Its name should end in .ttl, .rdf, .xml, .jsonld or .nt.',
  });
}
