import type { VNode } from 'preact';
import type { Site } from '../http/pages.ts';
import { Breadcrumb } from './components/breadcrumb.tsx';
import { FrameFooter } from './frame-footer.tsx';
import { FrameHead } from './frame-head.tsx';
import { FrameHeader } from './frame-header.tsx';
import type { Framed } from './framed.ts';
import { wordsIn } from './words/words.ts';

/** A whole page: what all have in common around what this one says. */
export function Frame({
  page,
  site,
  address,
  children,
}: {
  readonly page: Framed;
  readonly site: Site;
  readonly address: string;
  readonly children: VNode;
}) {
  const { language, title, way, width = 'page' } = page;
  return (
    <html lang={language}>
      <FrameHead page={page} site={site} />
      <body class="frame">
        <a class="skip-link" href="#main">
          {wordsIn(language).frame.skip}
        </a>
        <FrameHeader page={page} site={site} address={address} />
        <main class={width === 'full' ? 'main within full' : 'main within'} id="main" tabIndex={-1}>
          {way !== undefined && <Breadcrumb way={way} here={title} language={language} />}
          {children}
        </main>
        <FrameFooter site={site} language={language} />
      </body>
    </html>
  );
}
