import { addressOf } from '../catalog/catalog-context.ts';
import { describe } from '../catalog/describe.ts';
import { classOf, type Kind } from '../catalog/resource.ts';
import { openProfile } from '../main.ts';
import type { NodeObject } from '../profile/record.ts';
import type { Command } from './command.ts';
import { openDocument } from './open-document.ts';
import { readOptions } from './options.ts';
import { issueLine } from './report.ts';

/** Judges an RDF document without keeping it; needs no store. */
export const validateCommand: Command = {
  usage: 'validate FILE|URL [--json]',
  summary: 'judge a document by DCAT-AP-SE 3.0.1',
  async run({ args, config, out }) {
    const { values, positionals } = readOptions(
      args,
      { json: { type: 'boolean', default: false } },
      1,
    );
    await using document = await openDocument(positionals[0] ?? '', config.importLimit);
    const { profile, reader } = openProfile(config.base);
    try {
      const { catalog, records, notes } = await reader.readCatalog(
        { file: document.path },
        { mediaType: document.mediaType, base: document.base },
      );
      const judged = (catalog === undefined ? records : [catalog, ...records]).map((read) => {
        const kind =
          (Object.keys(classOf) as Kind[]).find((one) => classOf[one] === read.className) ??
          'dataset';
        const address = addressOf(config.base, kind, 'validate');
        const node: NodeObject = {
          ...read.record,
          ...(read.extra.length > 0 ? { extra: [...read.extra] } : {}),
        };
        const { issues } = describe({ profile }, kind, node, read.iri ?? address, address);
        return { kind, iri: read.iri ?? null, issues: [...read.notes, ...issues] };
      });
      const all = [...notes, ...judged.flatMap((one) => one.issues)];
      const count = (level: string) => all.filter((issue) => issue.level === level).length;
      if (values.json) out.line(JSON.stringify({ records: judged, notes }, null, 2));
      else {
        for (const { kind, iri, issues } of judged) {
          if (issues.length > 0) out.line(`${kind} <${iri ?? 'without IRI'}>`);
          for (const issue of issues) out.line(`  ${issueLine(issue)}`);
        }
        for (const note of notes) out.line(`document: ${issueLine(note)}`);
        out.line(
          `${judged.length} records: ${count('error')} errors, ${count('warning')} warnings, ${count('info')} hints.`,
        );
      }
      return count('error') > 0 ? 1 : 0;
    } finally {
      await reader.close();
    }
  },
};
