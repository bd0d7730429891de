import { demand } from '../catalog/policy.ts';
import { signatureOf } from '../catalog/signature.ts';
import type { Actor } from '../kernel/actor.ts';
import { type FieldFault, readFields } from '../kernel/read-fields.ts';
import { overtaken } from './overtaken.ts';
import type { SiteText, SiteTextName } from './site-text.ts';
import type { SupportContext } from './support-context.ts';

export type SavedText =
  | { readonly ok: true; readonly text: SiteText }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * Keeps a new version of a page's text. The one before stays.
 * @throws CatalogError `not-permitted`; `version-conflict` when somebody else has saved since `base`.
 */
export async function saveSiteText(
  { site, catalog }: SupportContext,
  {
    name,
    actor,
    author,
    fields,
  }: {
    readonly name: SiteTextName;
    readonly actor: Actor;
    readonly author: string;
    /** `sv`, `en` and `base`: the version that was changed. */
    readonly fields: ReadonlyMap<string, string>;
  },
): Promise<SavedText> {
  demand(actor, 'operate');
  const read = readFields(fields);
  const sv = read.text('sv', {
    most: 40_000,
    lines: true,
    missing: { sv: 'Skriv texten på svenska.', en: 'Write the text in Swedish.' },
  });
  const en = read.text('en', {
    most: 40_000,
    lines: true,
    missing: { sv: 'Skriv texten på engelska.', en: 'Write the text in English.' },
  });
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const base = Number(fields.get('base') ?? Number.NaN);
  const text = await site.transact(async (tx) => {
    const saved = catalog.now().toISOString();
    const newest = await tx.text(name);
    if (base !== (newest?.version ?? 0)) throw overtaken();
    const next = { name, version: base + 1, text: { sv, en }, author, saved };
    await tx.addText(next, signatureOf(actor).id);
    await tx.audit({
      at: saved,
      actor,
      organization: null,
      action: 'site-text-changed',
      object: { kind: 'site-text', id: name, name },
      before: { version: base },
      after: { version: next.version },
    });
    return next;
  });
  return { ok: true, text };
}
