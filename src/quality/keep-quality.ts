import type { CatalogReader } from '../catalog/catalog-store.ts';
import type { Resource } from '../catalog/resource.ts';
import { currencyOf } from '../profile/currency.ts';
import type { Profile } from '../profile/profile.ts';
import type { NodeObject } from '../profile/record.ts';
import { irisOf, stringOf, thingsOf } from '../profile/rules/node-values.ts';
import { type LinkLookup, linkLookup } from './link-state.ts';
import { type Quality, qualityJudge } from './quality-judge.ts';
import type { LinkCheck, QualityStore, RecordQuality } from './quality-store.ts';
import { summaryOf } from './quality-summary.ts';
import type { QualityScore } from './score-record.ts';
import { addTallies, emptyTally } from './tally.ts';

/** Keeps the scores of what is published in step with the change log, and the day's score for the history. */
export interface QualityKeeper {
  /** Judges a dataset as it is now, published or draft, by what is known of its addresses. */
  judge(record: NodeObject): Promise<Quality>;
  /** What is kept of a dataset's quality, made now: for what is not published and so not kept. */
  rate(
    resource: Pick<Resource, 'id' | 'organization' | 'version'> & { readonly content: NodeObject },
  ): Promise<RecordQuality>;
  /** Judges what has changed since the last time. */
  catchUp(): Promise<void>;
  /** Judges everything again: addresses have been asked, or rules have changed. */
  recalculate(): Promise<void>;
  /** Keeps today's average of every organisation and of all. */
  keepDay(): Promise<void>;
}

/** A name and a value that outlive the process: how far the change log has been followed. */
export interface Position {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

const positionName = 'quality-position';
/** Names the method: another one makes every score anew. */
const method = 'mqa-405-1';
const batch = 200;

/**
 * Makes the keeper.
 * @param base public base of this site, without a slash at its end
 * @param askSoon has the addresses asked that are due: something with an address that nobody has asked has been published
 */
export function qualityKeeper({
  catalog,
  store,
  position,
  profile,
  base,
  now,
  askSoon,
}: {
  readonly catalog: CatalogReader;
  readonly store: QualityStore;
  readonly position: Position;
  readonly profile: Profile;
  readonly base: string;
  readonly now: () => Date;
  readonly askSoon: () => Promise<void>;
}): QualityKeeper {
  const { judge } = qualityJudge(profile);
  const mark = `${method}-${profile.plan.version}`;

  async function judgeWith(
    record: NodeObject,
  ): Promise<{ quality: Quality; links: LinkLookup; checks: readonly LinkCheck[] }> {
    const checks = await store.links(addressesOf(record));
    const links = linkLookup(base, foundIn(checks));
    const quality = judge(record, { issues: profile.validate(record, 'Dataset'), links });
    return { quality, links, checks };
  }

  const rate: QualityKeeper['rate'] = async ({ id, organization, version, content }) => {
    const { quality, links } = await judgeWith(content);
    const { here, afterHarvest, stars, rules } = quality;
    const count = (level: string): number =>
      rules.reduce((sum, rule) => sum + (rule.level === level ? rule.count : 0), 0);
    return {
      resource: id,
      organization,
      version,
      here: here.total,
      total: afterHarvest.total,
      measured: signsOf(afterHarvest),
      stars: Math.round(stars.average * 10),
      errors: count('error'),
      warnings: count('warning'),
      broken: [...new Set(addressesOf(content))].filter((url) => links(url) === 'broken'),
      overdue: isOverdue(content, now()),
    };
  };

  /** @returns whether there are addresses that nobody has asked */
  async function keep(resources: readonly Resource[]): Promise<boolean> {
    const kept: RecordQuality[] = [];
    const added: LinkCheck[] = [];
    let isUnasked = false;
    for (const resource of resources) {
      kept.push(await rate(resource));
      const urls = [...new Set(addressesOf(resource.content))];
      const known = await store.links(urls);
      isUnasked ||= urls.length > 0 && foundIn(known).size < urls.length;
      const names = new Set(known.map(({ url }) => url));
      for (const url of urls) {
        if (!names.has(url)) added.push(neverAsked(url, now()));
      }
    }
    if (kept.length > 0) await store.keepQualities(kept);
    if (added.length > 0) await store.keepLinks(added);
    return isUnasked;
  }

  async function recalculate(): Promise<void> {
    let after: string | undefined;
    for (;;) {
      const page = await catalog.list({
        kinds: ['dataset'],
        states: ['published'],
        limit: batch,
        ...(after === undefined ? {} : { after }),
      });
      await keep(page);
      after = page.at(-1)?.id;
      if (page.length < batch) return;
    }
  }

  async function catchUp(): Promise<void> {
    const [known, at] = (await position.get(positionName))?.split(' ') ?? [];
    let revision = Number(at ?? 0);
    if (known !== mark) {
      revision = await catalog.revision();
      await recalculate();
      await position.set(positionName, `${mark} ${revision}`);
    }
    for (;;) {
      const changes = await catalog.changesAfter(revision, batch);
      const last = changes.at(-1);
      if (last === undefined) return;
      const ids = new Set(
        changes.flatMap(({ kind, resource }) => (kind === 'dataset' ? resource : [])),
      );
      const found = await Promise.all([...ids].map((id) => catalog.findById(id)));
      const published = found.flatMap((one) => (one?.state === 'published' ? one : []));
      const gone = ids.difference(new Set(published.map(({ id }) => id)));
      if (await keep(published)) await askSoon();
      if (gone.size > 0) await store.forgetQualities([...gone]);
      revision = last.revision;
      await position.set(positionName, `${mark} ${revision}`);
    }
  }

  return {
    judge: async (record) => (await judgeWith(record)).quality,
    rate,
    catchUp,
    recalculate,
    async keepDay() {
      const day = now().toISOString().slice(0, 10);
      const tallies = await store.tallies();
      const all = [...tallies.values()].reduce((sum, one) => addTallies(sum, one), emptyTally);
      await store.keepDays(
        [['', all] as const, ...tallies].flatMap(([organization, tally]) => {
          const { datasets, average } = summaryOf(tally);
          if (organization !== '' && datasets === 0) return [];
          return [{ day, organization, datasets, average: Math.round(average * 10) }];
        }),
      );
    },
  };
}

/** The addresses that scores depend on. */
export function addressesOf(record: NodeObject): readonly string[] {
  return thingsOf(record, 'distribution').flatMap(({ node }) =>
    node === undefined
      ? []
      : [...irisOf(node, 'accessUrl'), ...irisOf(node, 'downloadUrl')].filter((url) =>
          /^https?:\/\//i.test(url),
        ),
  );
}

/** How metrics came out, one sign each: see `RecordQuality.measured`. */
function signsOf({ measurements }: QualityScore): string {
  return measurements
    .map(({ holds, sureness }) => (sureness === 'known' ? (holds ? '1' : '0') : holds ? 'a' : 'u'))
    .join('');
}

function foundIn(checks: readonly LinkCheck[]): ReadonlyMap<string, boolean> {
  return new Map(
    checks.flatMap(({ url, answered }) => (answered === undefined ? [] : [[url, answered]])),
  );
}

function neverAsked(url: string, now: Date): LinkCheck {
  return {
    url,
    answered: undefined,
    failure: undefined,
    checked: undefined,
    due: now.toISOString(),
    weeks: 1,
  };
}

function isOverdue(record: NodeObject, now: Date): boolean {
  const promised = stringOf(record, 'accrualPeriodicity');
  return currencyOf(stringOf(record, 'modified'), promised, now).state === 'overdue';
}
