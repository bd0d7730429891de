import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { respond } from '../respond.tsx';
import { wordsIn } from '../words/words.ts';

/** What the service is, how it is used, and how to reach those who run it. */
export function aboutPage(ctx: Context): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).about;
  const { contact } = ctx.state.pages.site;
  const { title, description } = say;
  const { join, howItWorks, price, terms } = wordsIn(language).frame.footer;
  const ways = [
    { href: '/join', text: join },
    { href: '/how-it-works', text: howItWorks },
    { href: '/price', text: price },
    { href: '/terms', text: terms },
  ];
  respond(
    ctx,
    { title, language, description, canonical: '/about', way: [] },
    <div class="stack wide text">
      <div class="stack">
        <h1>{title}</h1>
        <p class="lead">{description}</p>
      </div>
      {say.sections.map(({ id, title: heading, paragraphs }) => (
        <section key={id} id={id} class="stack">
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
          {id === 'publish' && (
            <ul>
              {ways.map(({ href, text }) => (
                <li key={href}>
                  <a href={href}>{text}</a>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
      <section id="contact" class="stack">
        <h2>{say.contact.title}</h2>
        <p>
          {say.contact.service} <a href={`mailto:${contact}`}>{contact}</a>. {say.contact.fault}
        </p>
        <p class="row">
          <a href="/contact">{say.contact.form}</a> <a href="/report">{say.contact.report}</a>
        </p>
        <p>{say.contact.data}</p>
      </section>
    </div>,
  );
}
