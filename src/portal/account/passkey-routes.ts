import {
  addPasskey,
  passkeyAddOptions,
  passkeySignInOptions,
  proveWithPasskey,
  signInWithPasskey,
} from '../../accounts/passkeys.ts';
import { isProved } from '../../accounts/prove-again.ts';
import { readJson } from '../../http/body.ts';
import { mustAccept } from '../../http/content-type.ts';
import type { Context } from '../../http/context.ts';
import { HttpProblem } from '../../http/http-problem.ts';
import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { demandCsrf, signedInPerson } from '../../http/session.ts';
import type { JsonObject, JsonValue } from '../../kernel/json.ts';
import { postRoute } from './account-route.ts';
import { openDoor } from './door.ts';

/** Bytes of what a passkey answers. */
const most = 64 * 1024;

/** What the island `passkey` asks and answers: options for the browser, and what the passkey said. JSON, from our own pages alone. */
export function passkeyRoutes(services: Services): readonly Route[] {
  const { accounts } = services;
  const door = openDoor(services);
  return [
    postRoute({
      id: 'passkey-sign-in-options',
      path: '/sign-in/passkey/options',
      access: 'public',
      handler: async (ctx) => {
        await read(ctx);
        // Whoever asks again must not be able to answer as somebody else.
        answer(ctx, { ...(await passkeySignInOptions(accounts)) });
      },
    }),
    postRoute({
      id: 'passkey-sign-in',
      path: '/sign-in/passkey',
      access: 'public',
      handler: async (ctx) => {
        const { secret, response, next } = await read(ctx);
        const visitor = door.visitor(ctx);
        const said = { secret: text(secret), response, visitor };
        const outcome = await signInWithPasskey(accounts, said);
        if (outcome.step !== 'done') return refuse(ctx, outcome.step);
        const to = door.next(text(next));
        await door.enter(ctx, outcome, to);
        ctx.remove('Location');
        answer(ctx, { next: to });
      },
    }),
    postRoute({
      id: 'passkey-prove-options',
      path: '/account/prove/passkey/options',
      access: 'person',
      handler: async (ctx) => {
        await readOwn(ctx);
        answer(ctx, { ...(await passkeySignInOptions(accounts, signedInPerson(ctx))) });
      },
    }),
    postRoute({
      id: 'passkey-prove',
      path: '/account/prove/passkey',
      access: 'person',
      handler: async (ctx) => {
        const { secret, response, next } = await readOwn(ctx);
        const said = { secret: text(secret), response };
        const outcome = await proveWithPasskey(accounts, signedInPerson(ctx), said);
        if (outcome.step !== 'done') return refuse(ctx, outcome.step);
        answer(ctx, { next: door.next(text(next)) });
      },
    }),
    postRoute({
      id: 'passkey-add-options',
      path: '/account/passkeys/options',
      access: 'person',
      handler: async (ctx) => {
        await readOwn(ctx);
        const signedIn = signedInPerson(ctx);
        if (!isProved(accounts, signedIn)) return askForProof(ctx);
        answer(ctx, { ...(await passkeyAddOptions(accounts, signedIn)) });
      },
    }),
    postRoute({
      id: 'passkey-add',
      path: '/account/passkeys',
      access: 'person',
      handler: async (ctx) => {
        const { secret, response, name } = await readOwn(ctx);
        const signedIn = signedInPerson(ctx);
        if (!isProved(accounts, signedIn)) return askForProof(ctx);
        const said = { secret: text(secret), response, name: text(name) };
        const outcome = await addPasskey(accounts, signedIn, said);
        if (outcome.step !== 'done') return refuse(ctx, outcome.step);
        answer(ctx, { next: '/account/security?said=done' });
      },
    }),
  ];
}

async function read(ctx: Context): Promise<JsonObject> {
  mustAccept(ctx, ['application/json']);
  const body = await readJson(ctx, most);
  // Neither null nor a list: what is left is an object.
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as JsonObject;
  throw new HttpProblem('bad-request', {
    sv: 'Innehållet ska vara ett JSON-objekt.',
    en: 'The content must be a JSON object.',
  });
}

/** As `read`, of a page of the session's. */
async function readOwn(ctx: Context): Promise<JsonObject> {
  const body = await read(ctx);
  demandCsrf(ctx, text(body.csrf));
  return body;
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

function answer(ctx: Context, body: object): void {
  ctx.status = 200;
  ctx.set('Cache-Control', 'private, no-store');
  ctx.set('Content-Type', 'application/json; charset=utf-8');
  ctx.body = JSON.stringify(body);
}

function refuse(ctx: Context, outcome: 'refused' | 'expired'): void {
  answer(ctx, { refused: outcome });
  ctx.status = 422;
}

function askForProof(ctx: Context): void {
  answer(ctx, { next: '/account/prove?next=/account/security' });
}
