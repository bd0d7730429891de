import type { TestContext } from 'node:test';
import { addPerson } from '../../src/accounts/add-person.ts';
import { beginSession } from '../../src/accounts/begin-session.ts';
import { createToken } from '../../src/accounts/create-token.ts';
import { identifySession } from '../../src/accounts/identify-session.ts';
import type { MemberRole } from '../../src/accounts/person.ts';
import { createOrganization } from '../../src/catalog/create-organization.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { jsonLogger } from '../../src/http/log.ts';
import type { Route } from '../../src/http/route.ts';
import { csrfField, sessionCookie } from '../../src/http/session.ts';
import type { Role } from '../../src/kernel/actor.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { type Application, openApplication } from '../../src/main.ts';
import { serve } from '../../src/serve.ts';

/** The whole program over a store in memory, with two organisations and a token of every role, until the test ends. */
export interface Site {
  /** Where it listens; the public base of its IRIs is another. */
  readonly url: string;
  readonly application: Application;
  readonly routes: readonly Route[];
  /** Log lines so far. */
  readonly lines: readonly string[];
  readonly tokens: Readonly<Record<Bearer, string>>;
  /** Ids of the organisations by name. */
  readonly organizations: ReadonlyMap<string, string>;
  /** Somebody new who has signed in: an operator, or with a role in an organisation (the own one when it is not named). */
  person(
    as: 'operator' | { readonly role: MemberRole; readonly organization?: string },
  ): Promise<SignedInPerson>;
  /** Sends a request. An object as body goes as JSON. Answers come as they are: nothing is followed. */
  ask(path: string, request?: Asking): Promise<Response>;
  /** As `ask`, for an answer in JSON that must have this status. */
  askJson(status: number, path: string, request?: Asking): Promise<JsonObject>;
  /** Waits until everything that is committed by now can be found. */
  searched(): Promise<void>;
  /** Takes connections no more, and answers what has been asked. */
  drain(): Promise<void>;
}

/** Who asks: nobody, or the bearer of a token. */
export type Bearer = 'operator' | 'administrator' | 'editor' | 'stranger' | 'strange-administrator';

/** Somebody who has signed in with a browser. */
export interface SignedInPerson {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  /** As the header `Cookie` has it. */
  readonly cookie: string;
  /** What forms of the session carry. */
  readonly csrf: string;
}

export interface Asking {
  readonly method?: string;
  /** By a token's bearer, or by a person's browser from a page of ours. */
  readonly as?: Bearer | SignedInPerson | undefined;
  /** Fields of a form to post; a person's carries the session's token. */
  readonly form?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: JsonObject | string | Uint8Array<ArrayBuffer>;
}

export const base = 'https://data.example.se';

/** The organisation of `administrator` and `editor`, and the one of the two strangers. */
export const own = 'umea';
export const foreign = 'malmo';

const bearers: Readonly<Record<Bearer, { readonly role: Role; readonly organization?: string }>> = {
  operator: { role: 'operator' },
  administrator: { role: 'administrator', organization: own },
  editor: { role: 'editor', organization: own },
  stranger: { role: 'editor', organization: foreign },
  'strange-administrator': { role: 'administrator', organization: foreign },
};

/** Starts a site. `settings` change what `config.ts` makes of an empty environment; with a `data` folder the store is on disk. */
export async function openSite(t: TestContext, settings: Partial<Config> = {}): Promise<Site> {
  const config: Config = {
    ...readConfig({ DATATORGET_URL: base, HOST: '127.0.0.1', DATATORGET_SAMPLE: 'false' }),
    port: 0,
    readsPerMinute: 1_000_000,
    writesPerMinute: 1_000_000,
    ...settings,
  };
  const application = await openApplication(config, { memory: settings.data === undefined });
  const lines: string[] = [];
  const logger = jsonLogger((line) => lines.push(line));
  const server = await serve(application, logger).catch(async (error: unknown) => {
    // What stays open would keep the process of the tests alive.
    await application.close();
    throw error;
  });
  t.after(async () => {
    server.server.closeAllConnections();
    await server.drain({ linger: 0, within: 0 });
    await application.close();
  });
  const ids = await takeInOrganizations(application);
  const tokens = {} as Record<Bearer, string>;
  for (const [bearer, { role, organization }] of Object.entries(bearers)) {
    const { secret } = await createToken(application.store.tokens, {
      id: application.context.newId(),
      name: bearer,
      role,
      organization: organization === undefined ? null : (ids.get(organization) ?? null),
      expires: null,
      now: new Date(),
    });
    tokens[bearer as Bearer] = secret;
  }
  const ask = (path: string, { method, as, headers = {}, body, form }: Asking = {}) => {
    const sent = form === undefined ? body : formBody(form, as);
    return fetch(server.address + path, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(typeof as === 'string' ? { Authorization: `Bearer ${tokens[as]}` } : {}),
        ...(typeof as === 'object' ? { Cookie: as.cookie, Origin: new URL(base).origin } : {}),
        ...(form === undefined ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }),
        ...(isPlain(body) ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(sent === undefined ? {} : { body: isPlain(sent) ? JSON.stringify(sent) : sent }),
    });
  };
  return {
    url: server.address,
    application,
    routes: server.routes,
    lines,
    tokens,
    organizations: ids,
    person: (as) => signIn(application, ids, as),
    ask,
    askJson: async (status, path, request) => {
      const reply = await ask(path, request);
      const text = await reply.text();
      if (reply.status !== status) {
        throw new Error(`${request?.method ?? ''} ${path} answered ${reply.status}: ${text}`);
      }
      return JSON.parse(text) as JsonObject;
    },
    searched: () => server.follower.caughtUp(),
    drain: () => server.drain({ linger: 0 }),
  };
}

/** An account made by the command line's use case, with a session of its own. */
async function signIn(
  { accounts, config }: Application,
  ids: ReadonlyMap<string, string>,
  as: Parameters<Site['person']>[0],
): Promise<SignedInPerson> {
  const number = (await accounts.store.countPeople()) + 1;
  const { person } = await addPerson(accounts, {
    actor: localOperator,
    email: `person-${number}@example.se`,
    name: `Person ${number}`,
    as:
      as === 'operator'
        ? as
        : { role: as.role, organization: ids.get(as.organization ?? own) ?? as.organization ?? '' },
  });
  const origin = { address: '127.0.0.1', request: 'test' };
  const visitor = { ...origin, agent: 'Test' };
  const { secret } = await beginSession(accounts, person.id, visitor, 'link');
  const signedIn = await identifySession(accounts, secret, origin);
  if (signedIn === undefined) throw new Error('The session does not hold.');
  const { id, email, name } = person;
  const cookie = `${sessionCookie(config.base)}=${secret}`;
  return { id, email, name, cookie, csrf: signedIn.session.csrf };
}

function formBody(form: NonNullable<Asking['form']>, as: Asking['as']): string {
  const fields = new URLSearchParams();
  if (typeof as === 'object') fields.set(csrfField, as.csrf);
  for (const [name, value] of Object.entries(form)) {
    for (const one of typeof value === 'string' ? [value] : value) fields.append(name, one);
  }
  return String(fields);
}

async function takeInOrganizations({ context }: Application): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const [name, sv, number] of [
    [own, 'Umeå kommun', '212000-2627'],
    [foreign, 'Malmö stad', '212000-1124'],
  ] as const) {
    const { resource } = await createOrganization(context, {
      actor: localOperator,
      name,
      node: {
        name: { sv, en: sv },
        type: 'http://purl.org/adms/publishertype/LocalAuthority',
        identifier: [number],
      },
    });
    ids.set(name, resource.id);
  }
  return ids;
}

function isPlain(body: Asking['body']): body is JsonObject {
  return typeof body === 'object' && !(body instanceof Uint8Array);
}
