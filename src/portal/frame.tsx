import type { VNode } from 'preact';
import type { SignedIn } from '../accounts/signed-in.ts';
import type { Site, SiteNotice } from '../http/pages.ts';
import { Breadcrumb } from './components/breadcrumb.tsx';
import { FrameEnding } from './frame-ending.tsx';
import { FrameFooter } from './frame-footer.tsx';
import { FrameHead } from './frame-head.tsx';
import { FrameHeader } from './frame-header.tsx';
import { FrameNotices } from './frame-notices.tsx';
import { FrameRail } from './frame-rail.tsx';
import type { Framed } from './framed.ts';
import { wordsIn } from './words/words.ts';

/** A whole page: what all have in common around what this one says. */
export function Frame({
  page,
  site,
  address,
  signedIn,
  notices,
  children,
}: {
  readonly page: Framed;
  readonly site: Site;
  readonly address: string;
  readonly signedIn: SignedIn | undefined;
  readonly notices: readonly SiteNotice[];
  readonly children: VNode;
}) {
  const { language, title, way, width = 'page', rail } = page;
  return (
    <html lang={language}>
      <FrameHead page={page} site={site} />
      <body class="frame">
        <a class="skip-link" href="#main">
          {wordsIn(language).frame.skip}
        </a>
        <FrameHeader page={page} site={site} address={address} signedIn={signedIn} />
        <FrameNotices notices={notices} signedIn={signedIn} language={language} />
        {signedIn !== undefined && <FrameEnding language={language} />}
        <main class={width === 'full' ? 'main within full' : 'main within'} id="main" tabIndex={-1}>
          {way !== undefined && <Breadcrumb way={way} here={title} language={language} />}
          {rail === undefined ? (
            children
          ) : (
            <div class="with-rail">
              <FrameRail place={rail} language={language} />
              {children}
            </div>
          )}
        </main>
        <FrameFooter site={site} language={language} address={address} />
      </body>
    </html>
  );
}
