import { type Actor, isOperator } from '../kernel/actor.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { CatalogReader } from './catalog-store.ts';
import { declarationRequired } from './declare.ts';

/**
 * Refuses what goes past an organisation's rules when a program makes something public: four eyes see every change, and what becomes
 * public for the first time has been declared so. The operator's own tools are not bound.
 *
 * @throws CatalogError `approval-required`, `declaration-required`.
 */
export async function demandRules(
  reader: Pick<CatalogReader, 'rulesOf'>,
  actor: Actor,
  organization: string,
  { isDeclared }: { readonly isDeclared: boolean },
): Promise<void> {
  if (isOperator(actor)) return;
  const rules = await reader.rulesOf(organization);
  if (rules.fourEyes) throw approvalRequired();
  if (rules.declaration && !isDeclared) throw declarationRequired();
}

/** The refusal of an organisation that wants somebody else to look first. */
export function approvalRequired(): CatalogError {
  return new CatalogError('approval-required', {
    sv: 'Organisationen kräver att en kollega godkänner innan något publiceras. Skicka beskrivningen för godkännande.',
    en: 'The organisation demands that a colleague approves before anything is published. Submit the description for approval.',
  });
}
