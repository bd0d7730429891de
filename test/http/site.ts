import type { TestContext } from 'node:test';
import { createToken } from '../../src/accounts/create-token.ts';
import { createOrganization } from '../../src/catalog/create-organization.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { type Config, readConfig } from '../../src/config.ts';
import { jsonLogger } from '../../src/http/log.ts';
import type { Role } from '../../src/kernel/actor.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import { type Application, openApplication, serve } from '../../src/main.ts';

/** The whole program over a store in memory, with two organisations and a token of every role, until the test ends. */
export interface Site {
  /** Where it listens; the public base of its IRIs is another. */
  readonly url: string;
  readonly application: Application;
  /** Log lines so far. */
  readonly lines: readonly string[];
  readonly tokens: Readonly<Record<Bearer, string>>;
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

export interface Asking {
  readonly method?: string;
  readonly as?: Bearer | undefined;
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
  const server = await serve(
    application,
    jsonLogger((line) => lines.push(line)),
  );
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
  const ask = (path: string, { method, as, headers = {}, body }: Asking = {}) =>
    fetch(server.address + path, {
      method: method ?? (body === undefined ? 'GET' : 'POST'),
      redirect: 'manual',
      headers: {
        ...(as === undefined ? {} : { Authorization: `Bearer ${tokens[as]}` }),
        ...(isPlain(body) ? { 'Content-Type': 'application/json' } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body: isPlain(body) ? JSON.stringify(body) : body }),
    });
  return {
    url: server.address,
    application,
    lines,
    tokens,
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
