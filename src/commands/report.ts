import type { ImportList, ImportReport } from '../harvest/import-report.ts';
import type { Issue } from '../kernel/issue.ts';
import type { Output } from './command.ts';

/** Words of each list, for people. */
const words: Readonly<Record<ImportList, string>> = {
  added: 'added',
  updated: 'updated',
  unchanged: 'unchanged',
  removed: 'withdrawn',
  refused: 'refused',
};

/** An import's report as text: each record with its faults, then the counts. Hints are counted, not listed. */
export function printReport(report: ImportReport, out: Output): void {
  for (const list of Object.keys(words) as ImportList[]) {
    for (const { kind, name, iri, state, reason, issues } of report[list]) {
      const shown = issues.filter((issue) => issue.level !== 'info');
      if (list === 'unchanged' && shown.length === 0) continue;
      out.line(
        `${words[list]} ${kind} ${name ?? ''} ${iri === undefined ? '' : `<${iri}>`}${state === undefined ? '' : ` (${state})`}`,
      );
      if (reason !== undefined) out.line(`  ${reason.en}`);
      for (const issue of shown) out.line(`  ${issueLine(issue)}`);
    }
  }
  for (const note of report.notes) out.line(`document: ${issueLine(note)}`);
  const counts = (Object.keys(words) as ImportList[]).map(
    (list) => `${report[list].length} ${words[list]}`,
  );
  out.line(`${report.dryRun ? 'Dry run, nothing changed: ' : ''}${counts.join(', ')}.`);
}

/** One issue on one line: level, rule, place, what to do. */
export function issueLine({ level, rule, pointer, message }: Issue): string {
  return `${level} ${rule}${pointer === '' ? '' : ` at ${pointer}`}: ${message.en}`;
}
