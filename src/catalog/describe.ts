import { CatalogError } from '../kernel/errors.ts';
import type { Iri } from '../kernel/iri.ts';
import type { Issue } from '../kernel/issue.ts';
import { digest } from '../profile/digest.ts';
import type { NodeObject, RecordContent } from '../profile/record.ts';
import { settle } from '../profile/settle.ts';
import type { CatalogContext } from './catalog-context.ts';
import { classOf, type Kind } from './resource.ts';

/** A description made ready to be kept, with everything that the profile says about it. */
export interface Description {
  readonly content: RecordContent;
  readonly digest: string;
  /** What settling mended, then what is still wrong. */
  readonly issues: readonly Issue[];
}

/** Settles a description under its IRI and judges it. Never throws on what a person can write. */
export function describe(
  context: Pick<CatalogContext, 'profile'>,
  kind: Kind,
  node: NodeObject,
  iri: Iri,
  prefix: Iri = iri,
): Description {
  const settled = settleAs(context, kind, node, iri, prefix);
  return { ...settled, issues: [...settled.issues, ...judged(context, kind, settled)] };
}

/** The first half of describing: `issues` holds only what settling mended. */
export function settleAs(
  { profile }: Pick<CatalogContext, 'profile'>,
  kind: Kind,
  node: NodeObject,
  iri: Iri,
  prefix: Iri,
): Description {
  const { content, notes } = settle(node, classOf[kind], profile.plan, {
    iri,
    prefix,
    vocabularies: profile.vocabularies,
  });
  return { content, digest: digest(content), issues: notes };
}

/** The second half, which costs as much: what the profile says. */
export function judged(
  { profile }: Pick<CatalogContext, 'profile'>,
  kind: Kind,
  { content }: Pick<Description, 'content'>,
): readonly Issue[] {
  return profile.validate(content, classOf[kind]);
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
