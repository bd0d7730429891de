import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { addPerson } from '../../src/accounts/add-person.ts';
import { beginSession } from '../../src/accounts/begin-session.ts';
import type { MemberRole } from '../../src/accounts/person.ts';
import { localOperator } from '../../src/commands/local-operator.ts';
import { readConfig } from '../../src/config.ts';
import { sessionCookie } from '../../src/http/session.ts';
import { type Application, openApplication } from '../../src/main.ts';
import { startServer } from '../commands/process.ts';
import { freePort } from '../services/free-port.ts';

/** The whole program as people start it, with the sample catalogue, at an address that is also the base of its IRIs. */
export interface OpenPortal {
  readonly url: string;
  /** Folder of the database, and of letters. */
  readonly data: string;
  /** Somebody new who has signed in: an operator, or with a role in an organisation (its name in addresses). */
  person(
    as: 'operator' | { readonly role: MemberRole; readonly organization: string },
  ): Promise<PortalPerson>;
  close(): Promise<void>;
}

/** Somebody who has signed in; `openPage` takes the cookie. */
export interface PortalPerson {
  readonly id: string;
  readonly email: string;
  readonly cookie: { readonly name: string; readonly value: string };
}

/** Starts the portal on a free port, or on `PORT`, over a folder of its own, and waits until what it holds can be found. */
export async function openPortal(
  settings: Readonly<Record<string, string>> = {},
): Promise<OpenPortal> {
  const data = await mkdtemp(join(tmpdir(), 'datatorget-portal-'));
  const port = settings.PORT ?? String(await freePort());
  const url = `http://localhost:${port}`;
  const server = await startServer(data, {
    PORT: port,
    DATATORGET_URL: url,
    DATATORGET_SAMPLE: 'true',
    DATATORGET_READS_PER_MINUTE: '1000000',
    ...settings,
  });
  if (settings.DATATORGET_SAMPLE !== 'false') await findable(url);
  /** Opened once, when somebody is asked for: it takes seconds. */
  let application: Promise<Application> | undefined;
  const open = () => openApplication(readConfig({ DATATORGET_DATA: data, DATATORGET_URL: url }));
  return {
    url,
    data,
    person: async (as) => {
      application ??= open();
      return signIn(await application, url, as);
    },
    close: async () => {
      await (await application)?.close();
      server.process.kill('SIGKILL');
      await server.ended;
      await rm(data, { recursive: true, force: true });
    },
  };
}

/** Waits until the index has taken in the sample. @throws when it does not within half a minute */
async function findable(url: string): Promise<void> {
  for (let waited = 0; waited < 30_000; waited += 100) {
    const reply = await fetch(`${url}/api/v1/datasets?q=badplatser`);
    const { total = 0 } = (await reply.json()) as { readonly total?: number };
    if (total > 0) return;
    await delay(100);
  }
  throw new Error('Nothing is found in the sample catalogue.');
}

/** An account made by the command line's use case, in the same database as the server's, with a session of its own. */
async function signIn(
  { accounts, store }: Application,
  base: string,
  as: Parameters<OpenPortal['person']>[0],
): Promise<PortalPerson> {
  const email = `person-${(await accounts.store.countPeople()) + 1}@example.se`;
  const name = email.slice(0, email.indexOf('@'));
  const organization =
    as === 'operator' ? undefined : await store.catalog.find('organization', as.organization);
  const { person } = await addPerson(accounts, {
    actor: localOperator,
    email,
    name,
    as: as === 'operator' ? as : { role: as.role, organization: organization?.id ?? '' },
  });
  const visitor = { address: '127.0.0.1', request: 'test', agent: 'Test' };
  const { secret } = await beginSession(accounts, person.id, visitor, 'link');
  return { id: person.id, email, cookie: { name: sessionCookie(base), value: secret } };
}
