import { classOf } from '../../catalog/resource.ts';
import type { Services } from '../../http/services.ts';
import type { NodeObject } from '../../profile/record.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Changes } from '../pages/changes.tsx';
import { knownRecords } from '../records/known-records.ts';
import { plainViewing } from '../records/plain-viewing.ts';
import { type PropertyChange, versionChanges } from '../records/version-changes.ts';
import { wordsIn } from '../words/words.ts';
import type { Publication } from './open-publication.ts';

/** What readers would see changed; everything is new when they see nothing of it today. */
export async function reviewedChanges(
  services: Services,
  { review, language, asked }: Publication,
): Promise<readonly PropertyChange[]> {
  const { after } = review;
  const before: NodeObject = review.before ?? {};
  const { store } = services.context;
  const known = new Map([
    ...(await knownRecords(store, after.content, language)),
    ...(review.before === undefined ? [] : await knownRecords(store, review.before, language)),
  ]);
  return versionChanges(before, after.content, classOf[asked.kind], {
    ...plainViewing(services, language),
    known,
  });
}

/** The changes, or that everything is new. */
export function ReviewedChanges({
  publication: { review, language },
  changes,
}: {
  readonly publication: Publication;
  readonly changes: readonly PropertyChange[];
}) {
  const say = wordsIn(language).publishing;
  return (
    <section class="stack" aria-labelledby="changes">
      <h2 id="changes">{say.changesTitle}</h2>
      {review.before === undefined ? (
        <>
          <p>{review.stored.state === 'withdrawn' ? say.again : say.first}</p>
          <Disclosure summary={say.preview}>
            <Changes changes={changes} language={language} heading="h3" />
          </Disclosure>
        </>
      ) : changes.length === 0 ? (
        <p>{say.noChanges}</p>
      ) : (
        <Changes changes={changes} language={language} heading="h3" />
      )}
    </section>
  );
}
