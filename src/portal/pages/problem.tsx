import type { Context } from '../../http/context.ts';
import type { ProblemPage } from '../../http/pages.ts';
import type { ProblemCode } from '../../http/problem-table.ts';
import { problems } from '../../http/problem-table.ts';
import { searchAddress } from '../../http/search-address.ts';
import { ExternalLink } from '../components/external-link.tsx';
import { Notice } from '../components/notice.tsx';
import { SearchForm } from '../components/search-form.tsx';
import { reportAddress } from '../report-address.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** Something went wrong: what, why, and where to go from here. Never a code alone. */
export function problemPage(ctx: Context, problem: ProblemPage): void {
  const { code, title, detail, issues, words, publisher, language } = problem;
  const { frame, problem: say } = wordsIn(language);
  const own: Partial<Readonly<Record<ProblemCode, string>>> = say.help;
  const help = own[code] ?? problems[code].help[language];
  const isAway = mayBeElsewhere.has(code);
  respond(
    ctx,
    { title, language, hasSearch: isAway },
    <div class="stack roomy text">
      <h1>{title}</h1>
      {ours.has(code) ? (
        <Notice kind="warn" language={language} title={say.happened}>
          <p>{detail}</p>
        </Notice>
      ) : (
        <p class="lead">{detail}</p>
      )}
      {issues.length > 0 && (
        <ul>
          {issues.map(({ where, text }) => (
            <li key={where + text}>
              <code>{where}</code>: {text}
            </li>
          ))}
        </ul>
      )}
      {help !== detail && <p>{help}</p>}
      {isAway && (
        <section class="stack">
          <h2>{say.searchFor}</h2>
          <SearchForm id="search" language={language} label={say.searchFor} value={words} big />
        </section>
      )}
      <ul>
        {words !== undefined && (
          <li>
            <a href={searchAddress('/datasets', { text: words })}>{say.searchWords(words)}</a>
          </li>
        )}
        {publisher !== undefined && (
          <li>
            <a href={publisher.href}>{say.from(publisher.name)}</a>
          </li>
        )}
        {(ctx.state.signedIn?.memberships.length ?? 0) > 0 && (
          <li>
            <a href="/workspace">{say.toWorkspace}</a>
          </li>
        )}
        {isTransient.has(code) && (
          <li>
            <a href={ctx.url}>{say.back}</a>
          </li>
        )}
        <li>
          {code === 'search-unavailable' ? (
            <a href="/organizations">{say.organizations}</a>
          ) : (
            <a href="/datasets">{say.allDatasets}</a>
          )}
        </li>
        <li>
          <a href="/">{say.toStart}</a>
        </li>
        <li>
          <a href={reportAddress(ctx.url)} rel="nofollow">
            {isTransient.has(code) ? say.contact : frame.footer.report}
          </a>
        </li>
      </ul>
      <p class="quiet small">
        {say.reference}: <code>{problem.requestId}</code> · {problem.status} ·{' '}
        <ExternalLink href={problem.type}>{say.explanation}</ExternalLink>
      </p>
    </div>,
  );
}

/** What the reader looks for may be somewhere else. */
const mayBeElsewhere: ReadonlySet<ProblemCode> = new Set(['not-found', 'gone', 'bad-request']);

/** It is not the reader who did wrong. */
const ours: ReadonlySet<ProblemCode> = new Set([
  'internal-error',
  'busy',
  'service-unavailable',
  'search-unavailable',
  'storage-full',
]);

/** It may be well in a moment. */
const isTransient: ReadonlySet<ProblemCode> = new Set([
  'internal-error',
  'busy',
  'service-unavailable',
  'search-unavailable',
  'too-many-requests',
  'request-timeout',
]);
