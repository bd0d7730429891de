import { CatalogError } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import { digest } from '../profile/digest.ts';
import { judgeClaims } from '../profile/judge-claims.ts';
import type { Judgement } from '../profile/profile.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import { settle } from '../profile/settle.ts';
import { addressOf } from './catalog-context.ts';
import { classOf, type Kind } from './resource.ts';

/** What is described, by whom and where. */
export interface Subject {
  readonly kind: Kind;
  /** Our name of it, which decides its address. */
  readonly name: string;
  /** Its IRI: ours, or the publisher's. */
  readonly iri: Iri;
  /** The owner's name: what lies under its address is its own to describe. Undefined where nobody owns what is only judged. */
  readonly owner: string | undefined;
}

/** A description made ready to be kept, with everything that the profile says about it. */
export interface Description {
  readonly content: RecordContent;
  readonly digest: string;
  /** What settling mended, then what is still wrong. */
  readonly issues: readonly Issue[];
}

/** What descriptions are made ready and judged by, here and in the editor's browser. */
export interface Rules {
  readonly profile: Judgement;
  /** As in `CatalogContext`. */
  readonly base: Iri;
}

/** Settles a description and judges it. Never throws on what a person can write. */
export function describe(context: Rules, subject: Subject, node: NodeObject): Description {
  const settled = settleAs(context, subject, node);
  return { ...settled, issues: [...settled.issues, ...judged(context, subject, settled)] };
}

/** The first half of describing: `issues` holds only what settling mended. */
export function settleAs(
  { profile, base }: Rules,
  { kind, name, iri }: Subject,
  node: NodeObject,
): Description {
  const { content, notes } = settle(node, classOf[kind], profile.plan, {
    iri,
    prefix: addressOf(base, kind, name),
    vocabularies: profile.vocabularies,
  });
  return { content, digest: digest(content), issues: notes };
}

/** The second half, which costs as much: what the profile says, and whether it speaks of others' addresses on this site. */
export function judged(
  { profile, base }: Rules,
  { kind, name, iri, owner }: Subject,
  { content }: Pick<Description, 'content'>,
): readonly Issue[] {
  const issues = profile.validate(content, classOf[kind]);
  if (owner === undefined) return issues;
  const own = [
    iri,
    addressOf(base, kind, name),
    addressOf(base, 'organization', owner),
    // Where settling puts what lies in a shared node of somebody else's.
    `${base}/.well-known/genid`,
  ];
  return [...issues, ...judgeClaims(content, { base, own })];
}

/** Whether an issue keeps the record from being stored or, when it is or becomes public, from being published. */
export function stands(issue: Issue, isPublic: boolean): boolean {
  return issue.blocks === 'storing' || (isPublic && issue.blocks === 'publishing');
}

/** @throws CatalogError `invalid-record` with every issue at once, warnings too, when one of them stands in the way. */
export function demandValid(issues: readonly Issue[], isPublic: boolean): void {
  if (!issues.some((issue) => stands(issue, isPublic))) return;
  throw new CatalogError(
    'invalid-record',
    isPublic
      ? {
          sv: 'Det som publiceras ska vara giltigt. Rätta felen, eller spara som utkast.',
          en: 'What is published must be valid. Mend the errors, or save it as a draft.',
        }
      : {
          sv: 'Beskrivningen har en form som inte kan sparas. Rätta felen.',
          en: 'The description has a form that cannot be kept. Mend the errors.',
        },
    { issues },
  );
}
