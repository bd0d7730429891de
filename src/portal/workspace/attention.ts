import type { OwnRecord } from './own-records.ts';

/** What can be asked of a record's owner. */
export const attentions = ['submitted', 'editing', 'faulty', 'overdue', 'broken'] as const;
export type Attention = (typeof attentions)[number];

/** Whether the record's owner should do something of that kind about it. */
export function needs({ state, pending, quality }: OwnRecord, attention: Attention): boolean {
  const isPublished = state === 'published';
  switch (attention) {
    case 'submitted':
      return pending === 'submitted';
    case 'editing':
      return isPublished && pending === 'editing';
    case 'faulty':
      return isPublished && (quality?.errors ?? 0) > 0;
    case 'overdue':
      return isPublished && quality?.overdue === true;
    case 'broken':
      return isPublished && (quality?.broken.length ?? 0) > 0;
  }
}
