import type { StoredResource } from '../catalog/catalog-store.ts';
import type { Resource, Version } from '../catalog/resource.ts';
import { titleOf } from '../catalog/title-of.ts';
import type { Localized } from '../kernel/issue.ts';
import type { RecordContent } from '../profile/record.ts';
import { HttpProblem } from './http-problem.ts';
import { contentOf, ownerOf } from './owner-of.ts';
import type { Services } from './services.ts';

/**
 * 410 for what was public and is withdrawn, with what it was called and when it went, and where its publisher is. What has been written
 * on it since then is its organisation's alone.
 */
export async function gone(
  services: Pick<Services, 'context'>,
  resource: StoredResource | Resource,
): Promise<HttpProblem> {
  const { withdrawn, shown } = await withdrawal(services, resource);
  const day = (withdrawn?.saved ?? resource.changed).slice(0, 10);
  const words = titlesOf(shown?.content, resource.name);
  const owner = await ownerOf(services, resource);
  // The one reason that is written for readers.
  const reason = withdrawn?.reason ?? '';
  return new HttpProblem(
    'gone',
    {
      sv: `”${words.sv}” drogs tillbaka ${day} och finns inte längre här.${reason && ` Skäl: ${reason}`}`,
      en: `“${words.en}” was withdrawn on ${day} and is no longer here.${reason && ` Reason: ${reason}`}`,
    },
    {
      members: reason === '' ? {} : { reason },
      elsewhere: {
        words,
        ...(owner?.state === 'published'
          ? {
              publisher: {
                name: titlesOf(contentOf(owner), owner.name),
                href: `/organizations/${owner.name}`,
              },
            }
          : {}),
      },
    },
  );
}

/** The version by which it was withdrawn, and the one that readers saw last; a withdrawn record may have been written on since. */
async function withdrawal(
  { context: { store } }: Pick<Services, 'context'>,
  { id, version }: Pick<Resource, 'id' | 'version'>,
): Promise<{ readonly withdrawn: Version | undefined; readonly shown: Version | undefined }> {
  let withdrawn: Version | undefined;
  let before = version + 1;
  for (let limit = 2; ; limit = 50) {
    const page = await store.versions(id, { before, limit });
    for (const one of page) {
      if (one.state !== 'withdrawn') return { withdrawn, shown: one };
      withdrawn = one;
    }
    if (withdrawn === undefined || page.length < limit) return { withdrawn, shown: withdrawn };
    before = withdrawn.version;
  }
}

function titlesOf(content: RecordContent | undefined, name: string): Localized {
  if (content === undefined) return { sv: name, en: name };
  return { sv: titleOf(content, 'sv') ?? name, en: titleOf(content, 'en') ?? name };
}
