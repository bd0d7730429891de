import { hasCheckDigit } from '../../kernel/check-digit.ts';

/**
 * Swedish organisation numbers and the agent IRIs made of them. DCAT-AP-SE 3.0.1, Agent.
 */

const agentIri =
  /^http:\/\/(?:dataportal\.se\/organisation|id\.kb\.se\/organisations)\/SE(\d{10})(?:-[^/?#]+)?$/;

/** Whether ten digits (a hyphen before the last four is borne) are a Swedish organisation number: third digit ≥ 2, last by Luhn. */
export function isOrganisationNumber(text: string): boolean {
  const digits = /^(\d{6})-?(\d{4})$/.exec(text);
  if (digits === null || (text[2] ?? '0') < '2') return false;
  return hasCheckDigit(`${digits[1]}${digits[2]}`);
}

/** The organisation number in an agent's IRI, valid or not; undefined when the IRI is not of the Swedish pattern. */
export function organisationNumberOf(iri: string): string | undefined {
  return agentIri.exec(iri)?.[1];
}
