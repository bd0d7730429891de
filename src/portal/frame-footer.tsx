import type { Site } from '../http/pages.ts';
import type { UserLanguage } from '../kernel/issue.ts';
import { reportAddress } from './report-address.ts';
import { wordsIn } from './words/words.ts';

/** What stands at the end of every page. Help stands at the same place on all (WCAG 3.2.6). */
export function FrameFooter({
  site,
  language,
  address,
}: {
  readonly site: Site;
  readonly language: UserLanguage;
  /** Path and query of this page, so that a report knows it. */
  readonly address: string;
}) {
  const say = wordsIn(language).frame.footer;
  return (
    <footer class="bottom">
      <div class="within bottom-columns">
        <div>
          <p class="bottom-name">{site.title}</p>
          <p class="quiet">{say.promise}</p>
        </div>
        <nav aria-label={say.heading}>
          <h2>{say.heading}</h2>
          <ul>
            <li>
              <a href="/about">{say.about}</a>
            </li>
            <li>
              <a href="/tillganglighetsredogorelse">{say.accessibility}</a>
            </li>
            <li>
              <a href="/contact">{say.contact}</a>
            </li>
            <li>
              <a href={reportAddress(address)} rel="nofollow">
                {say.report}
              </a>
            </li>
            <li>
              <a href="/quality">{say.quality}</a>
            </li>
            <li>
              <a href="/status">{say.status}</a>
            </li>
          </ul>
        </nav>
        <nav aria-label={say.publishers}>
          <h2>{say.publishers}</h2>
          <ul>
            <li>
              <a href="/join">{say.join}</a>
            </li>
            <li>
              <a href="/how-it-works">{say.howItWorks}</a>
            </li>
            <li>
              <a href="/price">{say.price}</a>
            </li>
            <li>
              <a href="/terms">{say.terms}</a>
            </li>
          </ul>
        </nav>
        <nav aria-label={say.machines}>
          <h2>{say.machines}</h2>
          <ul>
            <li>
              <a href="/developers">{say.api}</a>
            </li>
            <li>
              <a href="/datasets.atom">{say.feed}</a>
            </li>
            <li>
              <a href="/catalog.rdf">{say.catalog}</a>
            </li>
            <li>
              <a href="/schemas/dcat-ap-se">{say.profile}</a>
            </li>
            <li>
              <a href="/vocabularies">{say.vocabularies}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
