import type { Context } from '../../http/context.ts';
import { ownPath } from '../../http/own-path.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { readPostedForm, signedInPerson } from '../../http/session.ts';
import type { Announcement, Audience } from '../../support/announcement.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Notice } from '../components/notice.tsx';
import { wordsIn } from '../words/words.ts';
import type { Workspace } from '../workspace/open-workspace.ts';

/** The notices that hold now for this person in this workspace, and have not been put away. */
export async function noticesFor(
  { may, signedIn }: Workspace,
  { announcements, dismissals }: Pick<Services, 'announcements' | 'dismissals'>,
): Promise<readonly Announcement[]> {
  const isFor: Readonly<Record<Audience, boolean>> = {
    everybody: false, // stands above every page
    people: true,
    editors: may('edit'),
    administrators: may('manage-members'),
  };
  const current = announcements.forPeople().filter(({ audience }) => audience && isFor[audience]);
  if (current.length === 0) return [];
  const dismissed = await dismissals.dismissed(signedIn.person.id);
  return current.filter(({ id }) => !dismissed.has(id));
}

/** News for those who work here, each until it is put away. */
export function FeatureNotices({
  notices,
  workspace: { language, signedIn, address },
}: {
  readonly notices: readonly Announcement[];
  readonly workspace: Workspace;
}) {
  const say = wordsIn(language).support.announcements;
  return (
    <>
      {notices.map(({ id, title, text }) => (
        <Notice key={id} kind="note" language={language} title={title[language]}>
          {text[language] !== '' && <p class="words">{text[language]}</p>}
          <ActionForm
            action={`/account/notices/${id}/dismiss`}
            signedIn={signedIn}
            fields={{ to: address }}
            size="small"
            about={title[language]}
          >
            {say.dismiss}
          </ActionForm>
        </Notice>
      ))}
    </>
  );
}

/** Puts a notice away for good, for whoever asks. @throws HttpProblem `not-found`. */
export function postDismissal({
  support,
  dismissals,
  context,
}: Services): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const { person } = signedInPerson(ctx);
    await using form = await readPostedForm(ctx);
    const found = await support.site.announcement(ctx.params.id ?? '');
    if (found === undefined) throw notFound();
    const at = context.now().toISOString();
    await dismissals.dismiss({ person: person.id, announcement: found.id, at });
    seeOther(ctx, ownPath(form.fields.get('to'), context.base, '/workspace'));
  };
}
