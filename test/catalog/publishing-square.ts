import type { TestContext } from 'node:test';
import type { Colleague } from '../../src/catalog/colleagues.ts';
import type { PublishingContext } from '../../src/catalog/publishing-context.ts';
import type { PublishingRules } from '../../src/catalog/publishing-rules.ts';
import type { Resource } from '../../src/catalog/resource.ts';
import type { WorkingCopy } from '../../src/catalog/working-copy.ts';
import type { Actor, Role } from '../../src/kernel/actor.ts';
import type { NodeObject } from '../../src/profile/record.ts';
import type { StoreOptions } from '../../src/store/open-store.ts';
import { openSquare, type Square } from './square.ts';

/** A square with people who write, publish and approve. */
export interface PublishingSquare extends Square {
  readonly publishing: PublishingContext;
  /** The clock, which stands still until it is set. */
  setTime(time: string): void;
  person(name: string, role?: Role, organization?: Resource): Actor;
  /** Writes on a record as the editor does. */
  write(record: Resource, changes: NodeObject, more?: Partial<WorkingCopy>): Promise<WorkingCopy>;
  setRules(rules: Partial<PublishingRules>): Promise<void>;
  /** Subjects and receivers of the letters that wait. */
  letters(): Promise<readonly string[]>;
}

/** What an owner says when all is well. */
export const words = {
  classifiedBy: 'Informationsägare, fritid',
  classifiedOn: '2026-11-20',
  ground: 'Allmän handling utan sekretess',
};

export const start = '2026-11-23T10:00:00.000Z';

/** Opens a square with Anna and Bo, who may publish for Umeå, until the test ends. */
export async function openPublishingSquare(
  t: Pick<TestContext, 'after'>,
  options?: StoreOptions,
): Promise<PublishingSquare> {
  const square = await openSquare(t, options);
  let now = new Date(start);
  const staff: readonly Colleague[] = ['Anna', 'Bo'].map((name) => ({
    id: name.toLowerCase(),
    name,
    email: `${name.toLowerCase()}@umea.example.se`,
    language: 'sv',
  }));
  const { store, umea } = square;
  const publishing: PublishingContext = {
    ...square.context,
    now: () => now,
    publishing: store.publishing,
    colleagues: {
      whoMay: (_action, organization) => Promise.resolve(organization === umea.id ? staff : []),
      find: (id) => Promise.resolve(staff.find((one) => one.id === id)),
    },
  };
  return {
    ...square,
    publishing,
    setTime: (time) => {
      now = new Date(time);
    },
    person: (name, role = 'editor', organization = umea) => ({
      kind: 'person',
      id: name.toLowerCase(),
      name,
      grants: [{ role, organization: organization.id }],
    }),
    async write(record, changes, more = {}) {
      const copy: WorkingCopy = {
        resource: record.id,
        organization: record.organization,
        base: record.version,
        revision: 1,
        content: { ...record.content, ...changes },
        state: 'editing',
        author: { id: 'anna', name: 'Anna' },
        saved: now.toISOString(),
        publishAt: null,
        declaration: null,
        note: null,
        ...more,
      };
      await store.editing.saveCopy(copy);
      return copy;
    },
    async setRules(rules) {
      const all = { fourEyes: false, declaration: false, classifiedBy: null, ground: null };
      await store.publishing.transact((tx) => tx.saveRules(umea.id, { ...all, ...rules }));
    },
    async letters() {
      const jobs = await store.jobs.list({ states: ['waiting'], kind: 'mail', limit: 100 });
      return jobs.map(({ payload }) => `${payload.to}: ${payload.subject}`).sort();
    },
  };
}
