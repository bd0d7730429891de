import { randomUUID } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Analyser } from '../../language/analyser.ts';
import { isUnreadable } from './index-file.ts';
import { type IndexGeneration, openIndexGeneration } from './index-generation.ts';

/**
 * The files of an index: one for each generation, and `current`, which names the one that answers. A new one is put in the place
 * of an old one by renaming, so that whatever happens there is one or the other.
 */
export interface IndexFolder {
  /** Opens the generation that answers, an empty one when there is none or it is damaged, and removes all others. */
  openCurrent(): IndexGeneration;
  /** A new, empty generation beside the one that answers. */
  create(): IndexGeneration;
  putInPlace(generation: IndexGeneration): void;
  /** Closes a generation and removes its file. */
  remove(generation: IndexGeneration): void;
}

/** The folder of that path, made when it is not there; without a path generations are in memory. */
export function indexFolder(folder: string | undefined, analyser: Analyser): IndexFolder {
  if (folder === undefined) {
    const create = () => openIndexGeneration(undefined, analyser);
    return { openCurrent: create, create, putInPlace() {}, remove: (index) => index.close() };
  }
  mkdirSync(folder, { recursive: true });
  const pointer = join(folder, 'current');
  const names = new WeakMap<IndexGeneration, string>();

  const open = (name: string): IndexGeneration => {
    const generation = openIndexGeneration(join(folder, name), analyser);
    names.set(generation, name);
    return generation;
  };
  const create = () => open(`${prefix}${randomUUID()}${ending}`);
  const putInPlace = (generation: IndexGeneration): void => {
    writeFileSync(`${pointer}.new`, names.get(generation) ?? '');
    renameSync(`${pointer}.new`, pointer);
  };
  /** SQLite's journal lies beside the file. */
  const removeFiles = (name: string): void => {
    for (const part of ['', '-wal', '-shm']) rmSync(join(folder, name + part), { force: true });
  };

  return {
    openCurrent() {
      const name = existsSync(pointer) ? readFileSync(pointer, 'utf8') : '';
      for (const other of generationNames(folder)) if (other !== name) removeFiles(other);
      if (existsSync(join(folder, name)) && isGenerationName(name)) {
        try {
          return open(name);
        } catch (error) {
          if (!isUnreadable(error)) throw error;
          // Damaged or of another version: it can be built again, so it is not worth mending.
          removeFiles(name);
        }
      }
      const empty = create();
      putInPlace(empty);
      return empty;
    },
    create,
    putInPlace,
    remove(generation) {
      generation.close();
      removeFiles(names.get(generation) ?? '');
    },
  };
}

const prefix = 'index-';
const ending = '.sqlite';

const isGenerationName = (name: string): boolean => /^index-[0-9a-f-]+\.sqlite$/.test(name);

function generationNames(folder: string): readonly string[] {
  const names = readdirSync(folder).map((name) => name.replace(/-(wal|shm)$/, ''));
  return [...new Set(names)].filter(isGenerationName);
}
