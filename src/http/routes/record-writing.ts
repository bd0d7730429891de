import { createHash } from 'node:crypto';
import { addressOf } from '../../catalog/catalog-context.ts';
import type { Saved } from '../../catalog/create-resource.ts';
import { createResource } from '../../catalog/create-resource.ts';
import { findResource } from '../../catalog/find-resource.ts';
import { putResource } from '../../catalog/put-resource.ts';
import { collections, type Kind, type Resource } from '../../catalog/resource.ts';
import { CatalogError } from '../../kernel/errors.ts';
import type { Issue } from '../../kernel/issue.ts';
import type { JsonObject } from '../../kernel/json.ts';
import { type Refused, refusedBy, refusing } from '../../kernel/refused.ts';
import type { NodeObject } from '../../profile/record.ts';
import { expectedVersion, preconditionRequired } from '../conditional.ts';
import type { Context } from '../context.ts';
import { badParameters } from '../http-problem.ts';
import { preferredLanguage } from '../language.ts';
import { demandPlace, placeOf } from '../placement.ts';
import { recordJson } from '../present-record.ts';
import type { ProblemCode } from '../problem-table.ts';
import { type RecordBody, readRecord } from '../record-body.ts';
import { changeOf } from '../record-change.ts';
import type { Services } from '../services.ts';
import { vary } from '../vary.ts';

/** What the writing routes of records do; `record-api.ts` says where they are. */

export type RecordKind = Exclude<Kind, 'organization' | 'catalog'>;

/** What a change to an existing record may be refused with, beside what any operation may. */
export const changeProblems: readonly ProblemCode[] = [
  'not-found',
  'invalid-record',
  'invalid-document',
  'version-conflict',
  'precondition-required',
  'name-frozen',
  'iri-frozen',
];

/** POST to a collection: 201 with the new record, or 200 with the one that the same request made before. */
export async function post(ctx: Context, services: Services, kind: RecordKind): Promise<void> {
  const body = await readRecord(ctx, services, kind);
  const { organization, name } = place(ctx, kind, body);
  const key = ctx.get('Idempotency-Key');
  const saved = await createResource(services.context, {
    actor: ctx.state.actor,
    kind,
    organization,
    name,
    node: body.node,
    publish: ctx.state.query.flag('publish'),
    reason: ctx.state.query.text('reason'),
    once: key === '' ? undefined : once(ctx, key, body),
  });
  answerSaved(ctx, services, saved);
}

/** PUT: replaces what is there when the tag fits, or makes what is not. RFC 9110 §9.3.4. */
export async function put(ctx: Context, services: Services, kind: RecordKind): Promise<void> {
  const { actor, query } = ctx.state;
  const name = ctx.params.name ?? '';
  const body = await readRecord(ctx, services, kind);
  const expected = expectedVersion(ctx);
  const { isThere, refused } = await lookFor(services, ctx, kind, name);
  const publish = query.flag('publish');
  const reason = query.text('reason');
  if (!isThere) {
    if (expected !== undefined && expected !== 0) throw told(noSuchVersion(name), refused);
    const { organization } = place(ctx, kind, body);
    answerSaved(
      ctx,
      services,
      await createResource(services.context, {
        actor,
        kind,
        organization,
        name,
        node: body.node,
        publish,
        reason,
      }).catch((error: unknown) => {
        throw told(error, refused);
      }),
    );
    return;
  }
  answerSaved(
    ctx,
    services,
    await putResource(services.context, {
      actor,
      kind,
      name,
      node: replacing(ctx, body),
      expected: demanded(expected, name),
      rename: body.name,
      publish,
      reason,
    }),
  );
}

/** The description that takes the stored one's place, when the body and the address agree with what is stored. */
export function replacing(ctx: Context, body: RecordBody): (stored: Resource) => NodeObject {
  return (stored) => {
    const { query } = ctx.state;
    const organization = query.text('organization');
    if (organization !== undefined && organization !== stored.organizationName)
      throw contradiction('organization');
    // With `?publish=true` the body may call the record what it is or what it becomes.
    const becomes = query.flag('publish') && body.state === 'published';
    demandPlace(body, { ...placeOf(stored), ...(becomes ? { state: 'published' } : {}) });
    return body.node;
  };
}

/** PATCH: JSON Merge Patch (RFC 7396), SPARQL Update or N3 Patch on the record as it is. */
export async function patch(ctx: Context, services: Services, kind: Kind): Promise<void> {
  const name = ctx.params.name ?? '';
  const expected = demanded(expectedVersion(ctx), name);
  const change = await changeOf(ctx, services);
  answerSaved(
    ctx,
    services,
    await putResource(services.context, {
      actor: ctx.state.actor,
      kind,
      name,
      node: change.apply,
      expected,
      rename: change.rename,
      reason: ctx.state.query.text('reason'),
    }),
  );
}

/** The version that a change to what exists must name. @throws HttpProblem `precondition-required`. */
export function demanded(
  expected: ReturnType<typeof expectedVersion>,
  name: string,
): number | undefined {
  if (expected === undefined) throw preconditionRequired();
  if (expected === 0) {
    throw new CatalogError('version-conflict', {
      sv: `${name} finns redan.`,
      en: `${name} is there already.`,
    });
  }
  return expected === 'exists' ? undefined : expected;
}

/** The saved record with what the profile remarks, in the reader's language: 201 and `Location` for a new one. */
export function answerSaved(
  ctx: Context,
  services: Services,
  { resource, issues, isNew }: Saved,
): void {
  const { base } = services.context;
  if (isNew) {
    ctx.status = 201;
    ctx.set('Location', addressOf(`${base}/api/v1`, resource.kind, resource.name));
  } else ctx.status = 200;
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  vary(ctx, 'Accept-Language');
  ctx.body = recordJson(base, resource, shown(issues, ctx));
}

/** Issues as the API shows them: pointers as URI fragments, texts in the reader's language. RFC 6901 §6. */
export function shown(issues: readonly Issue[], ctx: Context): readonly JsonObject[] {
  const language = preferredLanguage(ctx.req.headers['accept-language']);
  return issues.map(({ rule, level, pointer, message }) => ({
    pointer: `#${encodeURI(pointer)}`,
    rule,
    level,
    detail: message[language],
  }));
}

/** Where a new record goes: from the address, or from `record` in the JSON; both is fine when they agree. */
function place(
  ctx: Context,
  kind: Kind,
  body: RecordBody,
): { readonly organization: string; readonly name: string | undefined } {
  const { query } = ctx.state;
  const organization = query.text('organization') ?? body.organization;
  if (organization === undefined) throw missingOrganization();
  if (body.organization !== undefined && body.organization !== organization)
    throw contradiction('organization');
  const name = ctx.params.name ?? query.text('name') ?? body.name;
  if (body.name !== undefined && body.name !== name) throw contradiction('name');
  const becomes = query.flag('publish') && body.state === 'published';
  demandPlace(body, { kind, organization, state: becomes ? 'published' : 'draft' });
  return { organization, name };
}

function once(
  ctx: Context,
  key: string,
  body: RecordBody,
): { readonly key: string; readonly fingerprint: string } {
  const { actor, query } = ctx.state;
  const id = actor.kind === 'anonymous' ? '' : actor.id;
  return {
    key: digestOf(`${id}\n${key}`),
    fingerprint: digestOf(JSON.stringify([ctx.method, ctx.path, query.search, body])),
  };
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Whether the actor may know of it; what they were refused, when it is there all the same. */
async function lookFor(
  services: Services,
  ctx: Context,
  kind: Kind,
  name: string,
): Promise<{ readonly isThere: boolean; readonly refused?: Refused | undefined }> {
  try {
    await findResource(services.context.store, ctx.state.actor, kind, name);
    return { isThere: true };
  } catch (error) {
    if (error instanceof CatalogError && error.code === 'not-found')
      return { isThere: false, refused: refusedBy(error) };
    throw error;
  }
}

/** The error, noted for the audit of the one whose hidden record it was about. */
function told(error: unknown, refused: Refused | undefined): unknown {
  return error instanceof Error && refused !== undefined ? refusing(error, refused) : error;
}

function noSuchVersion(name: string): CatalogError {
  return new CatalogError('version-conflict', {
    sv: `${name} finns inte, så ingen version av den kan bytas ut.`,
    en: `${name} does not exist, so no version of it can be replaced.`,
  });
}

function missingOrganization(): Error {
  return badParameters([
    {
      in: 'query',
      parameter: 'organization',
      detail: {
        sv: 'Ange vilken organisation posten hör till: ?organization=namn.',
        en: 'Say which organisation the record belongs to: ?organization=name.',
      },
    },
  ]);
}

/** The address and the body name different things. */
export function contradiction(parameter: string): Error {
  return badParameters([
    {
      in: 'query',
      parameter,
      detail: {
        sv: 'Adressen och record i innehållet säger olika.',
        en: 'The address and record in the content say different things.',
      },
    },
  ]);
}

/** The collection of a kind in the API. */
export const apiCollection = (kind: Kind): string => `/api/v1/${collections[kind]}`;
