import { classOf } from '../../catalog/resource.ts';
import type { Services } from '../../http/services.ts';
import { Changes } from '../pages/changes.tsx';
import { knownRecords } from '../records/known-records.ts';
import { plainViewing } from '../records/plain-viewing.ts';
import { type PropertyChange, versionChanges } from '../records/version-changes.ts';
import { wordsIn } from '../words/words.ts';
import type { Publication } from './open-publication.ts';

/** What readers would see changed; undefined when they see nothing of it today. */
export async function reviewedChanges(
  services: Services,
  { review, language, asked }: Publication,
): Promise<readonly PropertyChange[] | undefined> {
  const { before, after } = review;
  if (before === undefined) return undefined;
  const { store } = services.context;
  const known = new Map([
    ...(await knownRecords(store, after.content, language)),
    ...(await knownRecords(store, before, language)),
  ]);
  return versionChanges(before, after.content, classOf[asked.kind], {
    ...plainViewing(services, language),
    known,
  });
}

/** The changes, or that everything is new. */
export function ReviewedChanges({
  publication: { review, language, page },
  changes,
}: {
  readonly publication: Publication;
  readonly changes: readonly PropertyChange[] | undefined;
}) {
  const say = wordsIn(language).publishing;
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{say.changesTitle}</h2>
      {changes === undefined ? (
        <p>
          {review.stored.state === 'withdrawn' ? say.again : say.first}{' '}
          {review.stored.state === 'draft' && <a href={page}>{say.preview}</a>}
        </p>
      ) : changes.length === 0 ? (
        <p>{say.noChanges}</p>
      ) : (
        <Changes changes={changes} language={language} heading="h3" />
      )}
    </section>
  );
}
