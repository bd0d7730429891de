import type { ComponentChildren } from 'preact';
import type { UserLanguage } from '../../kernel/issue.ts';
import { Tag } from '../components/tag.tsx';
import type { GlanceFact } from '../records/glance.ts';
import type { DescriptionView, RecordView } from '../records/record-view.ts';
import { wordsIn } from '../words/words.ts';
import { outside } from './record-facts.tsx';

/** What a record is called, whose it is, and the sentence that says what it is. */
export function RecordHead({
  view,
  language,
  children,
}: {
  readonly view: RecordView;
  readonly language: UserLanguage;
  /** Notices that come before all else. */
  readonly children?: ComponentChildren;
}) {
  const words = wordsIn(language);
  const { title, publisher, description, kind } = view;
  return (
    <header class="record-head">
      {kind !== 'dataset' && <p class="record-kind">{words.kinds.one[kind]}</p>}
      <h1 lang={title.language} dir="auto" class={title.text.length > 120 ? 'long' : undefined}>
        {title.text}
      </h1>
      {publisher !== undefined && (
        <p class="record-publisher">
          {words.record.by}{' '}
          <a href={publisher.href} lang={publisher.language}>
            {publisher.text}
          </a>
        </p>
      )}
      {children}
      {description !== undefined && (
        <p class="lead text" lang={description.language} dir="auto">
          {description.summary}
        </p>
      )}
    </header>
  );
}

/** The few facts that are wanted before all others, side by side. */
export function Glance({ facts }: { readonly facts: readonly GlanceFact[] }) {
  return (
    <dl class="glance">
      {facts.map(({ label, value, href, detail, state }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {href === undefined ? (
              <span class="glance-value">{value}</span>
            ) : (
              <a class="glance-value" href={href} rel={href.startsWith('/') ? undefined : outside}>
                {value}
              </a>
            )}
            {state !== undefined && (
              <Tag tone={state.tone} icon="clock">
                {state.text}
              </Tag>
            )}
            {detail !== undefined && <span class="glance-detail">{detail}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of a record's page under its own heading. */
export function Section({
  id,
  title,
  children,
}: {
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}) {
  return (
    <section class="record-section">
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  );
}

/** The description under its heading; nothing when the lead at the top of the page is the whole of it. */
export function About({
  title,
  description,
  language,
}: {
  readonly title: string;
  readonly description: DescriptionView | undefined;
  readonly language: UserLanguage;
}) {
  if (description?.isShort === true) return null;
  return (
    <Section id="about" title={title}>
      <Described description={description} language={language} />
    </Section>
  );
}

/** A description that `markdownHtml` made: safe by construction, as it holds no HTML of its writer's. */
export function Described({
  description,
  language,
}: {
  readonly description: DescriptionView | undefined;
  readonly language: UserLanguage;
}) {
  if (description === undefined) {
    return <p class="quiet">{wordsIn(language).record.noDescription}</p>;
  }
  return (
    <div
      class="described text"
      lang={description.language}
      dir="auto"
      dangerouslySetInnerHTML={{ __html: description.html }}
    />
  );
}
