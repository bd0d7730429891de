import type { SignedIn } from '../accounts/signed-in.ts';
import type { Site } from '../http/pages.ts';
import { SearchForm } from './components/search-form.tsx';
import { inLanguage } from './frame-head.tsx';
import { FramePerson } from './frame-person.tsx';
import type { Framed, Section } from './framed.ts';
import { wordsIn } from './words/words.ts';

const sections: readonly (readonly [Section, string])[] = [
  ['datasets', '/datasets'],
  ['organizations', '/organizations'],
  ['standards', '/standards'],
  ['developers', '/developers'],
];

/** The bar at the top: the name, the ways in, the search field, the other language. */
export function FrameHeader({
  page,
  site,
  address,
  signedIn,
}: {
  readonly page: Framed;
  readonly site: Site;
  /** Path and query of this page, to come back to. */
  readonly address: string;
  readonly signedIn: SignedIn | undefined;
}) {
  const { language, section, hasSearch = false } = page;
  const say = wordsIn(language).frame;
  const other = language === 'sv' ? 'en' : 'sv';
  return (
    <header class="top">
      <div class="within top-bar">
        <a class="top-mark" href="/" aria-label={say.home(site.title)}>
          <Mark />
          <span>{site.title}</span>
        </a>
        <nav class="top-menu" aria-label={say.mainMenu}>
          <ul>
            {sections.map(([name, href]) => (
              <li key={name}>
                <a href={href} aria-current={name === section ? 'true' : undefined}>
                  {say[name]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {!hasSearch && (
          <div class="top-search">
            <SearchForm id="top-search" language={language} />
          </div>
        )}
        <FramePerson signedIn={signedIn} language={language} address={address} />
        <a
          class="top-language"
          href={switchAddress(address, other)}
          hreflang={other}
          lang={other}
          rel="nofollow"
          title={say.otherLanguageLabel}
        >
          {say.otherLanguage}
        </a>
      </div>
    </header>
  );
}

/** Four stalls around a square, one of them round: a market for data. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" fill="currentColor" aria-hidden="true">
      <path d="M4 4h11v11H4zM17 4h11v11H17zM4 17h11v11H4zM22.5 17a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z" />
    </svg>
  );
}

/** Leads to this page in the other language, and remembers the choice; an overlong search is shown in it once. */
function switchAddress(address: string, to: string): string {
  const [path = '/', query = ''] = address.split('?');
  const rest = query.split('&').filter((pair) => pair !== '' && !pair.startsWith('lang='));
  const back = rest.length === 0 ? path : `${path}?${rest.join('&')}`;
  return back.length > 1500
    ? inLanguage(back, to)
    : `/language?to=${to}&back=${encodeURIComponent(back)}`;
}
