import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { accessibilityStatement } from '../accessibility-statement.ts';
import { FactList } from '../components/fact-list.tsx';
import { respond } from '../respond.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';

/** The statement that the act on the accessibility of digital public services asks for (2018:1937, 13 §). */
export function accessibilityPage(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).accessibility;
  const { title: name, contact, base } = ctx.state.pages.site;
  const { conformance, assessed, updated, reportTo } = accessibilityStatement;
  const { title, facts } = say;
  respond(
    ctx,
    { title, language, canonical: '/tillganglighetsredogorelse', way: [] },
    <div class="stack wide text">
      <div class="stack">
        <h1>{title}</h1>
        <p class="lead">{say.intro(name, name)}</p>
      </div>
      <FactList
        facts={[
          { label: facts.actor, value: name },
          { label: facts.service, value: name },
          { label: facts.address, value: <a href="/">{base}</a> },
          { label: facts.conformance, value: say.conformance[conformance] },
          { label: facts.standard, value: say.standard },
          {
            label: facts.assessed,
            value: <Day iso={assessed} text={formatDate(assessed, language)} />,
          },
          {
            label: facts.updated,
            value: <Day iso={updated} text={formatDate(updated, language)} />,
          },
        ]}
      />
      <section class="stack">
        <h2>{say.known}</h2>
        {say.issues.map((issue) => (
          <div key={issue.title}>
            <h3>{issue.title}</h3>
            <p>{issue.text}</p>
          </div>
        ))}
      </section>
      <Part title={say.outside} text={say.outsideText} />
      <Part title={say.burden} text={say.burdenText} />
      <Part title={say.method} text={say.methodText} />
      <section class="stack" id="feedback">
        <h2>{say.feedback}</h2>
        <p>{say.feedbackText}</p>
        <p>
          <a href="/report?topic=accessibility">{say.feedbackForm}</a>
        </p>
        <p>
          {say.feedbackMail} <a href={`mailto:${contact}`}>{contact}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{say.oversight}</h2>
        <p>{say.oversightText}</p>
        <p>
          <a href={reportTo}>{say.oversightLink}</a>
        </p>
      </section>
    </div>,
  );
}

function Day({ iso, text }: { readonly iso: string; readonly text: string }) {
  return <time dateTime={iso}>{text}</time>;
}

function Part({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <section class="stack">
      <h2>{title}</h2>
      <p>{text}</p>
    </section>
  );
}
