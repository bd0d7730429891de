import type { ComponentChildren } from 'preact';
import { isLinkable } from '../../http/facts-page.ts';
import { FactList } from '../components/fact-list.tsx';
import type { Fact, FactValue } from '../records/facts-of.ts';

/** More values than this are folded, so that a list of thousands does not hide what is below it. */
const mostValues = 12;

/** What a record says, property by property. */
export function RecordFacts({
  facts,
  more,
}: {
  readonly facts: readonly Fact[];
  /** What the fold over many values says: `och 20 till`. */
  readonly more: (count: string) => string;
}) {
  return (
    <FactList
      facts={facts.map(({ label, values }) => ({ label, value: valuesOf(values, more) }))}
    />
  );
}

function valuesOf(
  values: readonly FactValue[],
  more: (count: string) => string,
): ComponentChildren {
  const [only] = values;
  if (only !== undefined && values.length === 1) return <Value value={only} more={more} />;
  const folded = values.slice(mostValues);
  return (
    <>
      <ValueList values={values.slice(0, mostValues)} more={more} />
      {folded.length > 0 && (
        <details class="more-values">
          <summary>{more(String(folded.length))}</summary>
          <ValueList values={folded} more={more} />
        </details>
      )}
    </>
  );
}

function ValueList({
  values,
  more,
}: {
  readonly values: readonly FactValue[];
  readonly more: (count: string) => string;
}) {
  return (
    <ul>
      {values.map((value, index) => (
        <li key={index}>
          <Value value={value} more={more} />
        </li>
      ))}
    </ul>
  );
}

function Value({
  value,
  more,
}: {
  readonly value: FactValue;
  readonly more: (count: string) => string;
}) {
  const { facts } = value;
  return (
    <>
      <ValueText value={value} />
      {facts !== undefined && <RecordFacts facts={facts} more={more} />}
    </>
  );
}

/** A value alone: a link where it leads somewhere, tagged with its language, its direction its own. */
export function ValueText({ value }: { readonly value: FactValue }) {
  const { text, language, href, isCode } = value;
  if (text === '') return null;
  const inside = isCode === true ? <code>{text}</code> : text;
  if (href !== undefined && (isLinkable(href) || href.startsWith('tel:'))) {
    return (
      <a href={href} lang={language} dir="auto" rel={href.startsWith('/') ? undefined : outside}>
        {inside}
      </a>
    );
  }
  return (
    <span lang={language} dir="auto">
      {inside}
    </span>
  );
}

/** Links out of descriptions are not ours to vouch for. */
export const outside = 'nofollow noopener';
