import { findResource } from '../catalog/find-resource.ts';
import { markedSeries, organizationCatalog } from '../feeds/organization-catalog.ts';
import { siteCatalog } from '../feeds/site-catalog.ts';
import { openApplication } from '../main.ts';
import { syntaxBySuffix } from '../rdf/syntaxes/registry.ts';
import { type Command, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { readOptions } from './options.ts';

/** Writes a catalogue, or all of them, to standard output. */
export const exportCommand: Command = {
  async run({ args, config, out }) {
    const { values } = readOptions(
      args,
      {
        organization: { type: 'string' },
        format: { type: 'string', default: 'ttl' },
        profile: { type: 'string', default: 'se' },
        drafts: { type: 'boolean', default: false },
      },
      0,
    );
    const syntax = syntaxBySuffix(values.format);
    if (syntax === undefined)
      throw new UsageError(`--format is ttl, rdf, jsonld or nt, not ${values.format}.`);
    const { profile } = values;
    if (profile !== 'se' && profile !== 'eu')
      throw new UsageError(`--profile is se or eu, not ${profile}.`);
    if (values.drafts && values.organization === undefined)
      throw new UsageError('--drafts goes with --organization NAME.');
    const application = await openApplication(config);
    try {
      const { context, writers } = application;
      await context.store.snapshot(async (reader) => {
        const organization =
          values.organization === undefined
            ? undefined
            : await findResource(reader, localOperator, 'organization', values.organization);
        const writer = writers.document({
          syntax: syntax.name,
          profile,
          refused: ({ subject, predicate }) =>
            out.note(`left out, as ${syntax.label} cannot carry it: ${subject} ${predicate}`),
          ...(profile === 'eu'
            ? { markedSeries: await markedSeries(reader, organization?.id) }
            : {}),
        });
        out.write(writer.open());
        const pieces =
          organization === undefined
            ? siteCatalog(reader, writer, { base: config.base, title: config.title })
            : organizationCatalog(reader, writer, organization, { drafts: values.drafts });
        for await (const piece of pieces) out.write(piece);
        out.write(writer.close());
      });
      return 0;
    } finally {
      await application.close();
    }
  },
};
