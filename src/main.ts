import { randomUUIDv7 } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Accounts } from './accounts/accounts.ts';
import { announceCommits } from './catalog/announce-commits.ts';
import type { CatalogContext } from './catalog/catalog-context.ts';
import type { PublishingContext } from './catalog/publishing-context.ts';
import type { Config } from './config.ts';
import { openConfiguredAccounts } from './configured-accounts.ts';
import { openConfiguredBlobs } from './configured-blobs.ts';
import { type ConfiguredMail, configuredMail } from './configured-mail.ts';
import { openConfiguredStore } from './configured-store.ts';
import type { DistributionContext } from './distributions/distribution-context.ts';
import { colleaguesOf } from './http/colleagues-of.ts';
import { monotonicIds } from './kernel/monotonic-ids.ts';
import { loadProfile } from './profile/load-profile.ts';
import type { Profile } from './profile/profile.ts';
import { type QualityKeeper, qualityKeeper } from './quality/keep-quality.ts';
import { type RdfWriters, rdfWriters } from './rdf/rdf-writers.ts';
import { openReader, type Reader } from './rdf/reader.ts';
import { openRegister, type StandardRegister } from './standards/register.ts';
import type { Store } from './store/open-store.ts';
import { loadVocabularies } from './vocabularies/vocabularies.ts';

/** Composition by hand: which adapter stands behind each port is decided here and nowhere else. */

/** Everything but HTTP: what the commands and the server share. */
export interface Application {
  readonly config: Config;
  readonly store: Store;
  readonly profile: Profile;
  readonly writers: RdfWriters;
  readonly reader: Reader;
  /** The standards that data is judged by. */
  readonly standards: StandardRegister;
  readonly context: CatalogContext;
  readonly publishing: PublishingContext;
  /** Files that are kept here, and what they hold. */
  readonly distributions: DistributionContext;
  readonly accounts: Accounts;
  /** Scores of what is published. */
  readonly quality: QualityKeeper;
  /** How letters leave. */
  readonly mail: ConfiguredMail;
  /** Whether nothing is kept: neither the store nor what is made of it. */
  readonly memory: boolean;
  /** Calls the listener after every commit of this process: jobs may have been asked for. */
  whenCommitted(listener: () => void): void;
  /** Calls the listener after those commits alone that may have written in the change log: a sign-in wakes nobody who follows it. */
  whenChanged(listener: () => void): void;
  close(): Promise<void>;
}

const folder = (name: string): string => fileURLToPath(new URL(`../${name}`, import.meta.url));

/** The program's own version, from its manifest. */
export const version: string = (
  JSON.parse(readFileSync(folder('package.json'), 'utf8')) as { readonly version: string }
).version;

/** What needs no store: the profile, RDF in and out, and the standards of data. */
export function openProfile(
  base: string,
): Pick<Application, 'profile' | 'reader' | 'writers' | 'standards'> {
  const schemas = folder('schemas/dcat-ap-se');
  const vocabularies = loadVocabularies(folder('vocabularies'));
  const profile = loadProfile(schemas, vocabularies);
  const contextUrl = `${base}/context.jsonld`;
  return {
    profile,
    standards: openRegister(folder('schemas/standards'), vocabularies.get('place')),
    writers: rdfWriters(profile.plan, profile.vocabularies, { contextUrl }),
    reader: openReader({
      schemas,
      vocabularies: folder('vocabularies'),
      contexts: { [contextUrl]: profile.context },
    }),
  };
}

/**
 * Opens the store and everything around it.
 * @throws Error when the database cannot be reached, or is newer than this program.
 */
export async function openApplication(
  config: Config,
  { memory = false }: { readonly memory?: boolean } = {},
): Promise<Application> {
  const parts = openProfile(config.base);
  const committed: (() => void)[] = [];
  const changed: (() => void)[] = [];
  const store = tellingStore(await openConfiguredStore(config, { memory }), {
    committed: () => {
      for (const listener of committed) listener();
    },
    changed: () => {
      for (const listener of changed) listener();
    },
  });
  const mail = configuredMail(config, { memory });
  const context: CatalogContext = {
    store: store.catalog,
    profile: parts.profile,
    base: config.base,
    now: () => new Date(),
    newId: monotonicIds(randomUUIDv7),
  };
  const accounts = await openConfiguredAccounts(config, store);
  const files = await openConfiguredBlobs(config, { memory });
  return {
    ...parts,
    config,
    store,
    context,
    publishing: {
      ...context,
      publishing: store.publishing,
      colleagues: colleaguesOf(store.accounts),
    },
    distributions: {
      context,
      editing: store.editing,
      files: store.files,
      blobs: files.blobs,
      standards: parts.standards,
      fileLimit: config.fileLimit,
    },
    accounts,
    mail,
    memory,
    quality: qualityKeeper({
      catalog: store.catalog,
      store: store.quality,
      position: store.meta,
      profile: parts.profile,
      base: config.base,
      now: context.now,
      askSoon: () =>
        store.catalog.transact((tx) =>
          tx.enqueue({ kind: 'ask-links', payload: {}, key: 'ask-links' }),
        ),
    }),
    whenCommitted: (listener) => {
      committed.push(listener);
    },
    whenChanged: (listener) => {
      changed.push(listener);
    },
    close: async () => {
      await parts.reader.close();
      await mail.close();
      await files.close();
      await store.close();
    },
  };
}

/** The store, telling of what may have left changes to follow or letters to send. Two of its parts write in the change log. */
function tellingStore(
  store: Store,
  { committed, changed }: { readonly committed: () => void; readonly changed: () => void },
): Store {
  const both = () => {
    changed();
    committed();
  };
  return {
    ...store,
    catalog: announceCommits(store.catalog, both),
    publishing: announceCommits(store.publishing, both),
    editing: announceCommits(store.editing, committed),
    accounts: announceCommits(store.accounts, committed),
    onboarding: announceCommits(store.onboarding, committed),
    tickets: announceCommits(store.tickets, committed),
    files: announceCommits(store.files, committed),
  };
}
