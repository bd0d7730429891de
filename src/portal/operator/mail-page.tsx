import type { Context } from '../../http/context.ts';
import { notFound } from '../../http/router.ts';
import type { Services } from '../../http/services.ts';
import type { Job } from '../../jobs/job.ts';
import { ButtonLink } from '../components/button-link.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { FactList } from '../components/fact-list.tsx';
import { Notice } from '../components/notice.tsx';
import { Table } from '../components/table.tsx';
import { respond } from '../respond.tsx';
import { formatTime } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import { openOperator } from './open-operator.ts';

const root = '/operator/mail';
const rail = { of: 'operator', at: 'mail' } as const;

/** How letters leave, those on their way, and those in the folder. Of letters on their way neither words nor links are shown. */
export async function mailPage(
  ctx: Context,
  { operation: { jobs, letters } }: Services,
): Promise<void> {
  const { language } = openOperator(ctx);
  const words = wordsIn(language).operator;
  const say = words.mail;
  const [queue, kept] = await Promise.all([
    jobs.list({ states: ['waiting', 'running', 'failed'], kind: 'mail', limit: 100 }),
    letters?.list(100) ?? [],
  ]);
  const rows = await Promise.all(
    kept.map(async ({ id, at }) => {
      const letter = await letters?.words(id);
      return [
        <a key="subject" href={`${root}/${id}`}>
          {letter?.subject ?? id}
        </a>,
        letter?.to ?? '',
        formatTime(at.toISOString(), language),
      ];
    }),
  );
  respond(
    ctx,
    { title: say.title, language, rail },
    <div class="stack wide">
      <h1>{say.title}</h1>
      <p class="lead">{letters === undefined ? say.server : say.folder}</p>
      <h2>{say.queue}</h2>
      {queue.length === 0 ? (
        <p>{say.emptyQueue}</p>
      ) : (
        <Table
          caption={say.queue}
          hideCaption
          columns={[say.subject, say.to, say.time, say.state, words.jobs.reason].map((title) => ({
            title,
          }))}
          rows={queue.map((job) => [
            textOf(job, 'subject'),
            textOf(job, 'to'),
            formatTime(job.created.toISOString(), language),
            words.jobs[job.state],
            job.lastError ?? '',
          ])}
        />
      )}
      {letters !== undefined && (
        <>
          <h2>{say.letters}</h2>
          {rows.length === 0 ? (
            <EmptyState title={say.noLetters} />
          ) : (
            <Table
              caption={say.letters}
              hideCaption
              columns={[say.subject, say.to, say.time].map((title) => ({ title }))}
              rows={rows}
            />
          )}
        </>
      )}
    </div>,
  );
}

/** A letter of the folder, as its receiver reads it. @throws HttpProblem `not-found`. */
export async function letterPage(
  ctx: Context,
  { operation: { letters } }: Services,
): Promise<void> {
  const { language } = openOperator(ctx);
  const say = wordsIn(language).operator.mail;
  const id = ctx.params.id ?? '';
  const letter = await letters?.words(id);
  if (letter === undefined) throw notFound();
  respond(
    ctx,
    { title: letter.subject, language, rail },
    <div class="stack wide">
      <h1>{letter.subject}</h1>
      <FactList facts={[{ label: say.to, value: letter.to }]} />
      <Notice kind="warn" language={language} title={say.secret} />
      <pre class="letter">{letter.text}</pre>
      <p>
        <ButtonLink href={`${root}/${id}/file`} download>
          {say.file}
        </ButtonLink>
      </p>
    </div>,
  );
}

/** The whole message. RFC 5322. @throws HttpProblem `not-found`. */
export async function letterFile(
  ctx: Context,
  { operation: { letters } }: Services,
): Promise<void> {
  openOperator(ctx);
  const id = ctx.params.id ?? '';
  const message = await letters?.read(id);
  if (message === undefined) throw notFound();
  ctx.set('Content-Type', 'message/rfc822');
  ctx.set('Content-Disposition', `attachment; filename="${id}.eml"`);
  ctx.body = message;
}

function textOf({ payload }: Job, name: 'subject' | 'to'): string {
  const value = payload[name];
  return typeof value === 'string' ? value : '';
}
