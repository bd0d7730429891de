import type { DeclarationWords } from '../catalog/declare.ts';
import { isJsonObject } from '../kernel/json.ts';
import { readJson } from './body.ts';
import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import type { RequestBody } from './route.ts';

/** What a program may send when it publishes: the owner's declaration. */

const fields = ['classifiedBy', 'classifiedOn', 'ground'] as const;

/** Bytes. */
const limit = 16 * 1024;

/** For the description of the operation. */
export const declarationBody: RequestBody = {
  description: {
    sv: 'Ägarens intyg att informationen är offentlig. Krävs när organisationen har bestämt det.',
    en: "The owner's declaration that the information is public. Required when the organisation has so decided.",
  },
  required: false,
  limit,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        additionalProperties: false,
        properties: {
          declaration: {
            type: 'object',
            additionalProperties: false,
            required: [...fields],
            properties: {
              classifiedBy: { type: 'string', maxLength: 200 },
              classifiedOn: { type: 'string', format: 'date', examples: ['2026-11-20'] },
              ground: { type: 'string', maxLength: 1000 },
            },
          },
        },
      },
      example: {
        declaration: {
          classifiedBy: 'Informationsägare, tekniska förvaltningen',
          classifiedOn: '2026-11-20',
          ground: 'Allmän handling utan sekretess enligt OSL (2009:400)',
        },
      },
    },
  },
};

/** The declaration in the body; undefined without one. @throws HttpProblem `bad-request`, and as `readJson`. */
export async function readDeclaration(
  ctx: Context,
): Promise<Partial<DeclarationWords> | undefined> {
  const { 'content-length': length, 'transfer-encoding': coding } = ctx.req.headers;
  if (coding === undefined && (length === undefined || length === '0')) return undefined;
  const body = await readJson(ctx, limit);
  if (!isJsonObject(body)) throw malformed();
  const { declaration, ...more } = body;
  if (Object.keys(more).length > 0) throw malformed();
  if (declaration === undefined) return undefined;
  if (!isJsonObject(declaration)) throw malformed();
  const words: Record<string, string> = {};
  for (const [name, value] of Object.entries(declaration)) {
    if (!fields.some((field) => field === name) || typeof value !== 'string') throw malformed();
    words[name] = value;
  }
  return words;
}

function malformed(): HttpProblem {
  return new HttpProblem('bad-request', {
    sv: 'Skicka {"declaration": {"classifiedBy": …, "classifiedOn": …, "ground": …}} med texter, eller inget alls.',
    en: 'Send {"declaration": {"classifiedBy": …, "classifiedOn": …, "ground": …}} with texts, or nothing at all.',
  });
}
