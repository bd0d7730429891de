import { findResource } from '../catalog/find-resource.ts';
import { importCatalog } from '../harvest/import-catalog.ts';
import { openApplication } from '../main.ts';
import { type Command, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { openDocument } from './open-document.ts';
import { readOptions } from './options.ts';
import { printReport } from './report.ts';

/** Takes a whole RDF catalogue into an organisation. */
export const importCommand: Command = {
  async run({ args, config, out }) {
    const { values, positionals } = readOptions(
      args,
      {
        organization: { type: 'string' },
        publish: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        'dry-run': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
      1,
    );
    if (values.organization === undefined)
      throw new UsageError('Say which organisation: --organization NAME.');
    await using document = await openDocument(positionals[0] ?? '', config.importLimit);
    const application = await openApplication(config);
    try {
      const { context, reader } = application;
      const organization = await findResource(
        context.store,
        localOperator,
        'organization',
        values.organization,
      );
      const report = await importCatalog(context, {
        actor: localOperator,
        organization,
        publish: values.publish,
        replace: values.replace,
        dryRun: values['dry-run'],
        reason: `import of ${document.name}`,
        read: (take) =>
          reader.readCatalog(
            { file: document.path },
            { mediaType: document.mediaType, base: document.base, onRecords: take },
          ),
        progress: (done) => out.progress(`${done} records`),
      });
      if (values.json) out.line(JSON.stringify(report, null, 2));
      else printReport(report, out);
      return report.refused.length > 0 ? 1 : 0;
    } finally {
      await application.close();
    }
  },
};
