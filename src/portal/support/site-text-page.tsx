import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { currentText } from '../../support/default-texts.ts';
import type { SiteTextName } from '../../support/site-text.ts';
import type { SupportContext } from '../../support/support-context.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { respond } from '../respond.tsx';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { siteTextHtml } from './site-text-html.ts';

/** A page whose text the operator writes. */
export function siteTextPage(
  { site }: SupportContext,
  name: SiteTextName,
): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const language = pageLanguage(ctx);
    const say = wordsIn(language).support.texts;
    const { text, saved } = await currentText(site, name);
    const title = say.names[name];
    respond(
      ctx,
      {
        title,
        language,
        description: say.descriptions[name],
        canonical: `/${name}`,
        way: [],
        kind: 'article',
      },
      <div class="stack wide text">
        <h1>{title}</h1>
        <div class="prose" dangerouslySetInnerHTML={{ __html: siteTextHtml(text[language]) }} />
        {saved !== '' && (
          <p class="quiet small">
            <time dateTime={saved}>{say.updated(formatDate(saved, language))}</time>
          </p>
        )}
        {name !== 'terms' && (
          <p>
            <ButtonLink href="/join" variant="primary">
              {say.join}
            </ButtonLink>
          </p>
        )}
      </div>,
    );
  };
}
