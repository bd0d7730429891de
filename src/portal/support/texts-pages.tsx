import { authorOf } from '../../catalog/policy.ts';
import type { Context } from '../../http/context.ts';
import { pageLanguage } from '../../http/language.ts';
import { notFound } from '../../http/router.ts';
import { seeOther } from '../../http/see-other.ts';
import { readPostedForm } from '../../http/session.ts';
import type { Localized, UserLanguage } from '../../kernel/issue.ts';
import { currentText, defaultText } from '../../support/default-texts.ts';
import { saveSiteText } from '../../support/save-site-text.ts';
import { type SiteText, type SiteTextName, siteTextNames } from '../../support/site-text.ts';
import type { SupportContext } from '../../support/support-context.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { ButtonLink } from '../components/button-link.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Form, FormButtons } from '../components/form.tsx';
import { Notice } from '../components/notice.tsx';
import { Tag } from '../components/tag.tsx';
import { TextArea } from '../components/text-area.tsx';
import { emptyForm, type FormState, formState } from '../form-state.ts';
import { openOperator } from '../operator/open-operator.ts';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { siteTextHtml } from './site-text-html.ts';
import { whenOvertaken } from './when-overtaken.ts';

const rail = { of: 'operator', at: 'texts' } as const;
const shownVersions = 100;

/** The pages whose text the operator writes. */
export function textsPage(ctx: Context): void {
  const { language } = openOperator(ctx);
  const say = wordsIn(language).support.texts;
  respond(
    ctx,
    { title: say.title, language, rail },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{say.lead}</p>
      <ul class="plain-list stack">
        {siteTextNames.map((name) => (
          <li key={name} class="card">
            <h2 class="card-title">
              <a href={`/operator/texts/${name}`}>{say.names[name]}</a>
            </h2>
            <p class="quiet">{say.descriptions[name]}</p>
          </li>
        ))}
      </ul>
    </div>,
  );
}

/** Where one of them is written, looked at before it is saved, and put back to what it was. */
export function editTextPage({ site }: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const name = nameOf(ctx);
    const { text, version } = await currentText(site, name);
    const form = emptyForm(pageLanguage(ctx), { ...text, base: String(version) });
    show(ctx, { name, form, versions: await site.textVersions(name, shownVersions) });
  };
}

/** Saves, shows how it would be, or restores: the field `do` says what. */
export function postText(context: SupportContext): (ctx: Context) => Promise<void> {
  return async (ctx) => {
    const name = nameOf(ctx);
    const { site } = context;
    await using form = await readPostedForm(ctx);
    const { fields } = form;
    const { actor } = ctx.state;
    const language = pageLanguage(ctx);
    const versions = await site.textVersions(name, shownVersions);
    const wanted = fields.get('do');
    if (wanted === 'preview') {
      show(ctx, { name, form: formState(fields, language), versions, preview: true });
      return;
    }
    const written =
      wanted === 'restore' ? await restored(context, name, fields.get('version') ?? '') : fields;
    const author = authorOf(actor);
    const result = await saveSiteText(context, { name, actor, author, fields: written }).catch(
      whenOvertaken,
    );
    if ('overtaken' in result) {
      const theirs = await currentText(site, name);
      const values = new Map([...written, ['base', String(theirs.version)]]);
      ctx.status = 412;
      show(ctx, {
        name,
        form: formState(values, language, [{ field: 'sv', message: result.overtaken }]),
        versions: await site.textVersions(name, shownVersions),
        theirs,
      });
      return;
    }
    if (result.ok) return seeOther(ctx, `/operator/texts/${name}`);
    ctx.status = 422;
    show(ctx, { name, form: formState(fields, language, result.faults), versions });
  };
}

/** An earlier version's text as if it had been written now. @throws HttpProblem `not-found` */
async function restored(
  { site }: SupportContext,
  name: SiteTextName,
  version: string,
): Promise<ReadonlyMap<string, string>> {
  const number = /^\d{1,6}$/.test(version) ? Number(version) : -1;
  const found = number === 0 ? defaultText(name) : await site.textVersion(name, number);
  if (found === undefined) throw notFound();
  const base = (await currentText(site, name)).version;
  return new Map([
    ['sv', found.text.sv],
    ['en', found.text.en],
    ['base', String(base)],
  ]);
}

function nameOf(ctx: Context): SiteTextName {
  openOperator(ctx);
  const name = siteTextNames.find((one) => one === ctx.params.name);
  if (name === undefined) throw notFound();
  return name;
}

function show(
  ctx: Context,
  {
    name,
    form,
    versions,
    preview = false,
    theirs,
  }: {
    readonly name: SiteTextName;
    readonly form: FormState;
    readonly versions: readonly SiteText[];
    readonly preview?: boolean;
    /** What somebody else has saved meanwhile. */
    readonly theirs?: SiteText;
  },
): void {
  const language = pageLanguage(ctx);
  const say = wordsIn(language).support.texts;
  const action = `/operator/texts/${name}`;
  const title = say.names[name];
  const field = (key: UserLanguage) => ({
    name: key,
    language,
    lang: key,
    value: form.value(key),
    error: form.error(key),
    rows: 20,
  });
  respond(
    ctx,
    { title, language, rail },
    <div class="stack wide">
      <h1>{title}</h1>
      <p>
        <ButtonLink href={`/${name}`}>{say.see}</ButtonLink>
      </p>
      {name === 'terms' && <p class="quiet">{say.termsNote}</p>}
      <ErrorSummary faults={form.faults} language={language} />
      {preview && (
        <section class="stack" aria-label={say.preview} id="preview">
          <Notice kind="note" language={language} title={say.preview}>
            <p>{say.previewed}</p>
          </Notice>
          <Rendered text={{ sv: form.value('sv'), en: form.value('en') }} />
        </section>
      )}
      {theirs !== undefined && (
        <section class="stack" aria-labelledby="theirs">
          <h2 id="theirs">{say.current}</h2>
          <Rendered text={theirs.text} />
        </section>
      )}
      <Form action={action} signedIn={ctx.state.signedIn} label={say.edit}>
        <input type="hidden" name="base" value={form.value('base')} />
        <p class="quiet">{say.help}</p>
        <TextArea {...field('sv')} label={say.sv} />
        <TextArea {...field('en')} label={say.en} />
        <FormButtons>
          <Button name="do" value="preview" variant="secondary">
            {say.preview}
          </Button>
          <Button name="do" value="save">
            {say.save}
          </Button>
        </FormButtons>
      </Form>
      <section class="stack" id="versions">
        <h2>{say.versions}</h2>
        <ol class="log-lines">
          {[...versions, defaultText(name)].map(({ version, author, saved }, index) => (
            <li key={version}>
              <strong>
                {version === 0 ? say.original : say.version(formatNumber(version, language))}
              </strong>{' '}
              {version !== 0 && (
                <span class="quiet small">{say.savedBy(author, formatTime(saved, language))}</span>
              )}{' '}
              {index === 0 ? (
                <Tag tone="good" icon="check">
                  {say.current}
                </Tag>
              ) : (
                <ActionForm
                  action={action}
                  signedIn={ctx.state.signedIn}
                  fields={{ do: 'restore', version: String(version) }}
                  size="small"
                  about={say.version(formatNumber(version, language))}
                >
                  {say.restore}
                </ActionForm>
              )}
            </li>
          ))}
        </ol>
      </section>
    </div>,
  );
}

/** Both languages as readers see them. */
function Rendered({ text }: { readonly text: Localized }) {
  return (['sv', 'en'] as const).map((key) => (
    <div
      key={key}
      class="prose preview text"
      lang={key}
      dangerouslySetInnerHTML={{ __html: siteTextHtml(text[key]) }}
    />
  ));
}
