import { classOf, type Version } from '../../catalog/resource.ts';
import type { PublishedKind } from '../../catalog/review-publication.ts';
import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import type { Services } from '../../http/services.ts';
import type { UserLanguage } from '../../kernel/issue.ts';
import { ActionForm } from '../components/action-form.tsx';
import { Button } from '../components/button.tsx';
import { Table } from '../components/table.tsx';
import { TextField } from '../components/text-field.tsx';
import { Changes } from '../pages/changes.tsx';
import { authorName } from '../records/author-name.ts';
import { knownRecords } from '../records/known-records.ts';
import { plainViewing } from '../records/plain-viewing.ts';
import { versionChanges } from '../records/version-changes.ts';
import { respond } from '../respond.tsx';
import { formatNumber, formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openPublication, type Publication } from './open-publication.ts';

const linesOnPage = 50;

/** The whole history as its organisation sees it: with authors and reasons, and a way back to each version. */
export async function workspaceVersionsPage(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
): Promise<void> {
  const publication = await openPublication(ctx, services, kind, 'see-drafts');
  const { review, name, language, path, rail } = publication;
  const say = wordsIn(language).publishing.versions;
  const before = ctx.state.query.integer('before');
  const { stored } = review;
  const found = await services.context.store.versions(stored.id, {
    limit: linesOnPage + 1,
    ...(before === undefined ? {} : { before }),
  });
  const shown = found.slice(0, linesOnPage);
  const approvals = new Map(
    (await services.publishing.publishing.approvalsOf(stored.id)).map((one) => [one.version, one]),
  );
  const last = shown.at(-1)?.version ?? 1;
  respond(
    ctx,
    { title: `${say.title}: ${name}`, language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="record-head">
        <p class="record-kind" dir="auto">
          {name}
        </p>
        <h1>{say.title}</h1>
        <p class="quiet">{say.help}</p>
      </header>
      {stored.version > 1 && <Compare publication={publication} />}
      <Table
        caption={say.title}
        hideCaption
        columns={[
          { title: say.version, isNumber: true },
          { title: say.saved },
          { title: say.state },
          { title: say.author },
          { title: say.reason },
          { title: say.actions },
        ]}
        rows={shown.map((version, at) => [
          formatNumber(version.version, language),
          formatTime(version.saved, language),
          say.states[version.state],
          <Author
            version={version}
            approvedBy={approvals.get(version.version)?.approvedBy.name}
            language={language}
          />,
          authorName(version.reason ?? '', language),
          <Actions version={version} earlier={found[at + 1]} publication={publication} />,
        ])}
      />
      {found.length > linesOnPage && (
        <p>
          <a href={`${path}/versions?before=${last}`} rel="next">
            {say.older}
          </a>
        </p>
      )}
    </div>,
  );
}

function Author({
  version,
  approvedBy,
  language,
}: {
  readonly version: Version;
  readonly approvedBy: string | undefined;
  readonly language: UserLanguage;
}) {
  const say = wordsIn(language).publishing.versions;
  return (
    <>
      {authorName(version.author, language)}
      {approvedBy !== undefined && (
        <>
          <br />
          <span class="small quiet">{say.approved(approvedBy)}</span>
        </>
      )}
    </>
  );
}

function Actions({
  version: { version },
  earlier,
  publication,
}: {
  readonly version: Version;
  readonly earlier: Version | undefined;
  readonly publication: Publication;
}) {
  const { review, language, path, signedIn } = publication;
  const words = wordsIn(language);
  const say = words.publishing.versions;
  const about = words.record.version(formatNumber(version, language));
  return (
    <div class="row-actions">
      {earlier !== undefined && (
        <a href={`${path}/changes?from=${earlier.version}&to=${version}`}>
          {say.changes}
          <span class="hidden-visually"> {about}</span>
        </a>
      )}
      {version === review.stored.version ? (
        <span class="quiet">{say.current}</span>
      ) : (
        publication.may('edit') && (
          <ActionForm
            action={`${path}/restore`}
            signedIn={signedIn}
            fields={{ version: String(version) }}
            about={about}
            size="small"
            variant="tertiary"
          >
            {say.restore}
          </ActionForm>
        )
      )}
    </div>
  );
}

function Compare({
  publication: { review, language, path },
}: {
  readonly publication: Publication;
}) {
  const say = wordsIn(language).publishing.versions;
  const { version } = review.stored;
  return (
    <form class="form" method="get" action={`${path}/changes`} aria-label={say.compare}>
      <div class="field-row">
        <TextField
          name="from"
          type="number"
          size={5}
          label={say.from}
          value={String(version - 1)}
          language={language}
        />
        <TextField
          name="to"
          type="number"
          size={5}
          label={say.to}
          value={String(version)}
          language={language}
        />
        <Button variant="secondary">{say.compareButton}</Button>
      </div>
    </form>
  );
}

/** What differs between any two versions. @throws HttpProblem `not-found`. */
export async function workspaceChangesPage(
  ctx: Context,
  services: Services,
  kind: PublishedKind,
): Promise<void> {
  const publication = await openPublication(ctx, services, kind, 'see-drafts');
  const { review, name, language, path, rail } = publication;
  const { store } = services.context;
  const words = wordsIn(language);
  const find = async (key: 'from' | 'to'): Promise<Version> => {
    const found = await store.version(review.stored.id, ctx.state.query.integer(key) ?? 0);
    if (found === undefined) throw notFound();
    return found;
  };
  const [before, after] = [await find('from'), await find('to')];
  const known = new Map([
    ...(await knownRecords(store, after.content, language)),
    ...(await knownRecords(store, before.content, language)),
  ]);
  const changes = versionChanges(before.content, after.content, classOf[kind], {
    ...plainViewing(services, language),
    known,
  });
  const number = (version: Version): string => formatNumber(version.version, language);
  const heading = words.record.changesBetween(number(before), number(after));
  respond(
    ctx,
    { title: `${heading}: ${name}`, language, rail: rail('datasets') },
    <div class="stack roomy">
      <header class="record-head">
        <p class="record-kind" dir="auto">
          {name}
        </p>
        <h1>{heading}</h1>
      </header>
      {changes.length === 0 ? (
        <p>{words.record.noChanges}</p>
      ) : (
        <Changes changes={changes} language={language} />
      )}
      <p>
        <a href={`${path}/versions`}>{words.publishing.versions.title}</a>
      </p>
    </div>,
  );
}
