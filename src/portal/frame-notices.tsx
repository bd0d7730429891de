import type { ComponentChildren } from 'preact';
import type { SignedIn } from '../accounts/signed-in.ts';
import type { SiteNotice } from '../http/pages.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { ActionForm } from './components/action-form.tsx';
import { Icon } from './components/icon.tsx';
import type { NoticeKind } from './components/notice.tsx';
import { wordsIn } from './words/words.ts';

/** What stands above every page: that an operator looks as somebody else, and what the operator has announced. */
export function FrameNotices({
  notices,
  signedIn,
  language,
}: {
  readonly notices: readonly SiteNotice[];
  readonly signedIn: SignedIn | undefined;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).workspace;
  const seeAs = signedIn?.session.seeAs ?? null;
  if (seeAs === null && notices.length === 0) return null;
  return (
    <aside class="site-notices" aria-label={say.notices}>
      {seeAs !== null && (
        <Strip kind="warn">
          <p>
            <Icon name="lock" />
            <span>{say.seeAs(say.roles[seeAs.role])}</span>
          </p>
          <ActionForm action="/operator/see-as/end" signedIn={signedIn} size="small">
            {say.endSeeAs}
          </ActionForm>
        </Strip>
      )}
      {notices.map(({ kind, title, text, href }) => (
        <Strip key={title} kind={kind}>
          <p>
            <Icon name={kind === 'note' || kind === 'good' ? 'note' : 'warning'} />
            <span>
              {href === undefined ? <strong>{title}</strong> : <a href={href}>{title}</a>}
              {text !== undefined && ` ${text}`}
            </span>
          </p>
        </Strip>
      ))}
    </aside>
  );
}

function Strip({
  kind,
  children,
}: {
  readonly kind: NoticeKind;
  readonly children: ComponentChildren;
}) {
  return (
    <div class={`site-notice ${kind}`}>
      <div class="within">{children}</div>
    </div>
  );
}
