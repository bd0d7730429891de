import type { Actor } from '../kernel/actor.ts';

/** Who it was when nobody asked: what the program does by itself. */
export const systemActor: Actor = { kind: 'token', id: 'system', name: 'Datatorget', grants: [] };
