/**
 * Who builds the index anew, and how far it has come: one note in the store, which every process of the catalogue reads. So that a
 * command can ask a running server to do it, and that of many processes one does. It is no lock: the engine takes care that of two
 * rebuilds only the later counts.
 */
export interface RebuildNote {
  /** Which wish this is about; a new one for each. */
  readonly id: string;
  readonly state: 'asked' | 'running' | 'done' | 'failed';
  /** The process that does it. */
  readonly holder: string;
  /** Milliseconds since 1970 until when the holder is believed to be alive, unless it says more. */
  readonly until: number;
  readonly done: number;
  readonly total: number;
}

/** What the store keeps of itself, by name. */
export interface Notes {
  get(name: string): Promise<string | undefined>;
  set(name: string, value: string): Promise<void>;
}

const name = 'search-rebuild';

/** Milliseconds for which a holder that says nothing more is believed to be at it. */
const patience = 20_000;

/** The note, or undefined when nobody has ever asked. */
export async function readRebuildNote(notes: Notes): Promise<RebuildNote | undefined> {
  const text = await notes.get(name);
  return text === undefined ? undefined : (JSON.parse(text) as RebuildNote);
}

/** Asks whoever follows the change log to build the index anew. */
export async function requestRebuild(notes: Notes, id: string, now: Date): Promise<void> {
  await write(notes, { id, state: 'asked', holder: '', until: now.getTime(), done: 0, total: 0 });
}

/** Whether somebody's rebuild is wanted and nobody is at it. */
export function isOpen(note: RebuildNote | undefined, now: Date): boolean {
  return note?.state === 'asked' || (note?.state === 'running' && note.until < now.getTime());
}

/** Whether another process is at it. */
export function isTaken(note: RebuildNote | undefined, holder: string, now: Date): boolean {
  return note?.state === 'running' && note.holder !== holder && note.until >= now.getTime();
}

/** Says how far the holder has come; each word keeps the others waiting a while longer. */
export async function noteRebuild(
  notes: Notes,
  note: Omit<RebuildNote, 'until'>,
  now: Date,
): Promise<void> {
  await write(notes, { ...note, until: now.getTime() + patience });
}

async function write(notes: Notes, note: RebuildNote): Promise<void> {
  await notes.set(name, JSON.stringify(note));
}
