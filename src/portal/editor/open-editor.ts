import { describe, settleAs } from '../../catalog/describe.ts';
import { type EditedRecord, editingRight, findEdited } from '../../catalog/edited-record.ts';
import type { Action } from '../../catalog/policy.ts';
import { classOf, type Kind } from '../../catalog/resource.ts';
import type { Context } from '../../http/context.ts';
import type { Services } from '../../http/services.ts';
import type { Issue } from '../../kernel/issue.ts';
import type { NodeObject } from '../../profile/record.ts';
import { notOwn } from '../workspace/not-own.ts';
import { openWorkspace, type Workspace } from '../workspace/open-workspace.ts';
import { editorAddress } from './editor-address.ts';
import type { EditorRules } from './editor-fields.ts';

/** The editor of one record, opened by one of its organisation's people. */
export interface OpenEditor extends EditedRecord {
  readonly workspace: Workspace;
  readonly kind: Kind;
  readonly name: string;
  readonly className: string;
  readonly rules: EditorRules;
  /** Path of the page. */
  readonly address: string;
  readonly mayEdit: boolean;
  /** What the profile says of a description of the record, as it would be kept. */
  judge(content: NodeObject): readonly Issue[];
  /** The description as it would be kept. */
  settled(content: NodeObject): NodeObject;
}

/**
 * Opens the editor of the record that the address names. A record of another organisation is as if it were not there.
 * @throws HttpProblem `not-found`. @throws CatalogError `not-permitted`.
 */
export async function openEditor(
  ctx: Context,
  services: Services,
  kind: Kind,
  { toWrite = false }: { readonly toWrite?: boolean } = {},
): Promise<OpenEditor> {
  const right: Action = toWrite ? editingRight(kind) : 'see-drafts';
  const workspace = await openWorkspace(ctx, services, right);
  const { context } = services;
  const { organization, signedIn } = workspace;
  const isOwn = kind === 'organization' || kind === 'catalog';
  const name = isOwn ? organization.name : (ctx.params.name ?? '');
  const stored = await context.store.findText(kind, name);
  if (stored?.organization !== organization.id) throw notOwn(kind, stored, right);
  const { actor } = signedIn;
  const edited = await findEdited(services, { actor, kind, name });
  const { resource } = edited;
  const subject = { kind, name, iri: resource.iri, owner: organization.name };
  const { profile } = context;
  return {
    ...edited,
    workspace,
    kind,
    name,
    className: classOf[kind],
    rules: { plan: profile.plan, vocabularies: profile.vocabularies },
    address: editorAddress(organization.name, kind, name),
    mayEdit: workspace.may(editingRight(kind)),
    settled: (content) => settleAs(context, subject, content).content,
    judge: (content) => describe(context, subject, content).issues,
  };
}
