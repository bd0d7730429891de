import type { Actor } from '../kernel/actor.ts';

/** Whoever can run commands on the machine can do everything; versions call it `command line`. */
export const localOperator: Actor = {
  kind: 'token',
  id: 'command-line',
  name: 'command line',
  grants: [{ role: 'operator', organization: null }],
};
