/**
 * How accessible the site was found to be, and when. Whoever assesses it anew changes this file and the list of what is not
 * accessible in `words/`. test/portal/accessibility.test.ts holds that nothing is missing.
 */
export const accessibilityStatement = {
  conformance: 'partly',
  /** ISO 8601 dates. */
  assessed: '2026-11-23',
  updated: '2026-11-23',
  reportTo: 'https://www.digg.se/tdosanmalan',
} as const satisfies {
  readonly conformance: 'full' | 'partly' | 'not';
  readonly assessed: string;
  readonly updated: string;
  readonly reportTo: string;
};
