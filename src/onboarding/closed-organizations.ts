import type { Actor } from '../kernel/actor.ts';
import type { OnboardingReader } from './onboarding-store.ts';

/** What a pause means for the rights of those concerned: they can still read their drafts, and change nothing. */
export interface ClosedOrganizations {
  /** The actor with no more than a reader's rights in organisations that are paused or ended. */
  narrowed(actor: Actor): Promise<Actor>;
}

/**
 * Keeps the list of paused and ended organisations for a few seconds, so that no request waits for it.
 * @param forget milliseconds after which it is read again
 */
export function closedOrganizations(
  store: Pick<OnboardingReader, 'closedOrganizations'>,
  now: () => number = () => performance.now(),
  forget = 3_000,
): ClosedOrganizations {
  let known: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  return {
    async narrowed(actor) {
      if (actor.kind === 'anonymous' || actor.grants.length === 0) return actor;
      if (now() - readAt > forget) {
        known = new Set(await store.closedOrganizations());
        readAt = now();
      }
      const isClosed = (organization: string | null) =>
        organization !== null && known.has(organization);
      if (!actor.grants.some(({ organization }) => isClosed(organization))) return actor;
      return {
        ...actor,
        grants: actor.grants.map((grant) =>
          isClosed(grant.organization)
            ? { ...grant, role: 'reader' as const, isPaused: true }
            : grant,
        ),
      };
    },
  };
}
