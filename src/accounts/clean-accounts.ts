import { day } from '../kernel/day.ts';
import type { Accounts } from './accounts.ts';
import { deviceLife } from './begin-session.ts';
import { idleLife, wholeLife } from './identify-session.ts';

/** Days that an account may go unconfirmed; only a program of before had such. */
const unconfirmedLife = 7;

/**
 * Takes away what has grown old: sessions, links, invitations, devices and counted tries. Once a day is enough: none of it works
 * any more.
 * @returns how many
 */
export function cleanAccounts({ store, now }: Accounts): Promise<number> {
  const at = now().getTime();
  const before = (milliseconds: number) => new Date(at - milliseconds).toISOString();
  return store.transact((tx) =>
    tx.clean({
      sessionsSeen: before(idleLife),
      sessionsCreated: before(wholeLife),
      unconfirmedCreated: before(unconfirmedLife * day),
      invitationsExpired: before(0),
      devicesSeen: before(deviceLife * day),
      oneTimesExpired: at,
      attempts: at - day,
    }),
  );
}
