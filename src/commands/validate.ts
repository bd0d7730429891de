import { checkLinks } from '../harvest/check-links.ts';
import { judgeDocument, type RecordJudgement } from '../harvest/judge-document.ts';
import { openProfile } from '../main.ts';
import type { CatalogReading } from '../rdf/reader.ts';
import type { Command, Output } from './command.ts';
import { openDocument } from './open-document.ts';
import { readOptions } from './options.ts';
import { issueLine } from './report.ts';

/** Judges an RDF document without keeping it; needs no store. */
export const validateCommand: Command = {
  async run({ args, config, out }) {
    const { values, positionals } = readOptions(
      args,
      { json: { type: 'boolean', default: false }, links: { type: 'boolean', default: false } },
      1,
    );
    await using document = await openDocument(positionals[0] ?? '', config.importLimit);
    const { profile, reader } = openProfile(config.base);
    try {
      const reading = await reader.readCatalog(
        { file: document.path },
        { mediaType: document.mediaType, base: document.base },
      );
      const judgement = await judgeDocument({ profile, base: config.base }, reading);
      const { notes } = judgement;
      const records = values.links
        ? await withDeadLinks(judgement.records, reading, out)
        : judgement.records;
      const all = [...notes, ...records.flatMap((one) => one.issues)];
      const count = (level: string) => all.filter((issue) => issue.level === level).length;
      if (values.json) out.line(JSON.stringify({ records, notes }, null, 2));
      else {
        for (const { kind, iri, issues } of records) {
          if (issues.length > 0) out.line(`${kind} <${iri ?? 'without IRI'}>`);
          for (const issue of issues) out.line(`  ${issueLine(issue)}`);
        }
        for (const note of notes) out.line(`document: ${issueLine(note)}`);
        out.line(
          `${records.length} records: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} hints.`,
        );
      }
      return count('error') > 0 ? 1 : 0;
    } finally {
      await reader.close();
    }
  },
};

/** The records with what asking their addresses brought to light (V033). They come in the order of the reading. */
async function withDeadLinks(
  records: readonly RecordJudgement[],
  { catalog, records: read }: CatalogReading,
  out: Output,
): Promise<readonly RecordJudgement[]> {
  const all = (catalog === undefined ? read : [catalog, ...read]).map(({ record }) => record);
  const dead = await checkLinks(all, {
    progress: (asked, of) => out.progress(`${asked} of ${of} addresses asked`),
  });
  return records.map((record, index) => ({
    ...record,
    issues: [...record.issues, ...(dead[index] ?? [])],
  }));
}
