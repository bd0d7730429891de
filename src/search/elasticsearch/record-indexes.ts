import { randomUUIDv7 } from 'node:crypto';
import type { IndexPosition } from '../search-index.ts';
import type { Cluster } from './cluster.ts';
import { indexBody, layout, positionId, type StoredDocument } from './dsl.ts';

/**
 * The indexes of records: the one that answers, by an alias, and the one that is being built. Each also has an alias of its
 * own to write by, as an index can come into being by being written to and an alias cannot.
 */
export interface RecordIndexes {
  /** The alias that is asked. */
  readonly live: string;
  /** The index that answers, and its position when it is of our layout; undefined when there is none. */
  current(): Promise<CurrentIndex | undefined>;
  /** Removes what dead rebuilds have left, and makes an empty index. @returns its name */
  create(): Promise<string>;
  /** Saves how far an index has come. */
  savePosition(index: string, position: IndexPosition): Promise<void>;
  /** Lets an index answer in the place of the one that did, which is removed. */
  swap(index: string): Promise<void>;
  /** Removes an index, unless it is the one that answers. */
  remove(index: string): Promise<void>;
}

export interface CurrentIndex {
  readonly index: string;
  readonly position: IndexPosition | undefined;
}

const indexPart = '-records-';
const writePart = '-write-';

/** The alias by which an index is written to. */
export function writeAlias(index: string): string {
  const start = index.lastIndexOf(indexPart);
  return index.slice(0, start) + writePart + index.slice(start + indexPart.length);
}

/** @param prefix what all names begin with */
export function recordIndexes(cluster: Cluster, prefix: string): RecordIndexes {
  const live = `${prefix}-records`;
  const all = `${prefix}${indexPart}*`;

  const removeIdle = async (isIdle: (index: string) => boolean) => {
    const found = await cluster.ask((client) => client.indices.getAlias({ index: all }));
    const idle = Object.entries(found)
      .filter(([index, { aliases }]) => isIdle(index) && aliases[live] === undefined)
      .map(([index]) => index);
    for (const index of idle) {
      await cluster.askFor((client) => client.indices.delete({ index }));
    }
  };

  return {
    live,
    async current() {
      const found = await cluster.askFor((client) =>
        client.get<StoredDocument>({ index: live, id: positionId }, cluster.soon),
      );
      if (found === undefined) return undefined;
      const { layout: own, ...position } = found._source?.position ?? {};
      return {
        index: found._index,
        position: own === layout ? (position as IndexPosition) : undefined,
      };
    },
    async create() {
      await removeIdle(() => true);
      const index = `${prefix}${indexPart}${randomUUIDv7()}`;
      await cluster.ask((client) =>
        client.indices.create({ index, aliases: { [writeAlias(index)]: {} }, ...indexBody }),
      );
      return index;
    },
    async savePosition(index, position) {
      await cluster.ask((client) =>
        client.index<StoredDocument>({
          index: writeAlias(index),
          require_alias: true,
          id: positionId,
          document: { position: { ...position, layout } },
        }),
      );
    },
    async swap(index) {
      await cluster.ask((client) => client.indices.refresh({ index }));
      await cluster.ask((client) =>
        client.indices.updateAliases({
          actions: [
            { remove: { index: all, alias: live, must_exist: false } },
            { add: { index, alias: live } },
          ],
        }),
      );
      // It answers already. What cannot be removed now is removed by the next rebuild.
      await removeIdle((other) => other !== index).catch(() => undefined);
    },
    remove: (index) => removeIdle((other) => other === index),
  };
}
