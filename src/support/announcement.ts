import type { Localized } from '../kernel/issue.ts';

/** What the operator tells everybody about how the service is doing. */
export interface Announcement {
  /** UUIDv7. */
  readonly id: string;
  /** Counts from 1. */
  readonly version: number;
  readonly kind: AnnouncementKind;
  /** Whom it is for; absent in what was written before there was a choice: everybody. */
  readonly audience?: Audience;
  /** ISO 8601, UTC: from when, and until when; null: until it is changed. */
  readonly starts: string;
  readonly ends: string | null;
  readonly title: Localized;
  /** Plain text; `''` when the title says it all. */
  readonly text: Localized;
  readonly created: string;
  readonly changed: string;
  /** Taken back: it was a mistake. Kept, shown to nobody. */
  readonly isRemoved: boolean;
}

export const announcementKinds = [
  'planned',
  'disturbance',
  'solved',
  'information',
  'news',
] as const;
export type AnnouncementKind = (typeof announcementKinds)[number];

/**
 * Everybody reads it above every page and on the status page; the others are people who have signed in, in their workspace: all, those who
 * may write, or administrators.
 */
export const audiences = ['everybody', 'people', 'editors', 'administrators'] as const;
export type Audience = (typeof audiences)[number];

/** Whether readers who have not signed in see it too. */
export function isForEverybody({
  audience = 'everybody',
}: Pick<Announcement, 'audience'>): boolean {
  return audience === 'everybody';
}

/** When it is, as seen now. */
export function timeOf(
  { starts, ends }: Pick<Announcement, 'starts' | 'ends'>,
  now: string,
): 'coming' | 'current' | 'past' {
  if (starts > now) return 'coming';
  return ends !== null && ends <= now ? 'past' : 'current';
}
