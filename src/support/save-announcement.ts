import { demand } from '../catalog/policy.ts';
import type { Actor } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import { type FieldFault, readFields } from '../kernel/read-fields.ts';
import {
  type Announcement,
  type AnnouncementKind,
  announcementKinds,
  audiences,
} from './announcement.ts';
import { overtaken } from './overtaken.ts';
import type { SupportContext } from './support-context.ts';
import { fromSwedishTime } from './swedish-time.ts';

export type SavedAnnouncement =
  | { readonly ok: true; readonly announcement: Announcement }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Keeps an announcement: a new one, or the next version of the one with the id.
 * @throws CatalogError `not-permitted`, `not-found`; `version-conflict` when somebody else has saved since `base`.
 */
export async function saveAnnouncement(
  { site, catalog }: SupportContext,
  {
    id,
    actor,
    fields,
  }: {
    readonly id: string | undefined;
    readonly actor: Actor;
    /** Those of the form; for one that is there also `base`: the version that was changed. */
    readonly fields: ReadonlyMap<string, string>;
  },
): Promise<SavedAnnouncement> {
  demand(actor, 'operate');
  const read = readFields(fields);
  const kind = read.choice<AnnouncementKind>('kind', announcementKinds, {
    sv: 'Välj vilket slags meddelande det är.',
    en: 'Choose what kind of announcement it is.',
  });
  // A form of before it had the field is for everybody.
  const audience = audiences.find((one) => one === fields.get('audience')) ?? 'everybody';
  const title = {
    sv: read.text('titleSv', {
      most: 150,
      missing: { sv: 'Skriv en rubrik på svenska.', en: 'Write a heading in Swedish.' },
    }),
    en: read.text('titleEn', {
      most: 150,
      missing: { sv: 'Skriv en rubrik på engelska.', en: 'Write a heading in English.' },
    }),
  };
  const text = {
    sv: read.text('textSv', { most: 3000, lines: true }),
    en: read.text('textEn', { most: 3000, lines: true }),
  };
  const starts = time('starts') ?? catalog.now().toISOString();
  const ends = time('ends') ?? null;
  if (ends !== null && ends <= starts) {
    read.fault('ends', {
      sv: 'Slutet ska vara efter början.',
      en: 'The end has to be after the beginning.',
    });
  }
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const announcement = await site.transact(async (tx) => {
    const at = catalog.now().toISOString();
    const found = id === undefined ? undefined : await tx.announcement(id);
    if (id !== undefined && found === undefined) throw noAnnouncement();
    if (found !== undefined && fields.get('base') !== String(found.version)) throw overtaken();
    const next: Announcement = {
      id: found?.id ?? catalog.newId(),
      version: (found?.version ?? 0) + 1,
      kind,
      audience,
      starts,
      ends,
      title,
      text,
      created: found?.created ?? at,
      changed: at,
      isRemoved: fields.get('isRemoved') === 'yes',
    };
    await tx.saveAnnouncement(next);
    await tx.audit({
      at,
      actor,
      organization: null,
      action: 'announcement-changed',
      object: { kind: 'announcement', id: next.id, name: title.sv },
      ...(found === undefined ? {} : { before: { ...shown(found) } }),
      after: { ...shown(next) },
    });
    return next;
  });
  return { ok: true, announcement };

  function time(field: string): string | undefined {
    const written = (fields.get(field) ?? '').trim();
    if (written === '') return undefined;
    const iso = fromSwedishTime(written);
    if (iso === undefined) {
      read.fault(field, {
        sv: 'Skriv datum och klockslag, till exempel 2026-12-24 08:00.',
        en: 'Write a date and a time of day, such as 2026-12-24 08:00.',
      });
    }
    return iso;
  }
}

function shown({
  kind,
  audience = 'everybody',
  starts,
  ends,
  title,
  text,
  isRemoved,
}: Announcement) {
  return { kind, audience, starts, ends, title: { ...title }, text: { ...text }, isRemoved };
}

function noAnnouncement(): CatalogError {
  return new CatalogError('not-found', {
    sv: 'Det finns inget meddelande på den adressen.',
    en: 'There is no announcement at this address.',
  });
}
