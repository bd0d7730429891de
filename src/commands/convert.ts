import { openProfile } from '../main.ts';
import { graphStatements } from '../rdf/graph-statements.ts';
import { syntaxBySuffix } from '../rdf/syntaxes/registry.ts';
import { type Command, UsageError } from './command.ts';
import { openDocument } from './open-document.ts';
import { readOptions } from './options.ts';

/** Turns RDF from one syntax into another, on standard output; needs no store. */
export const convertCommand: Command = {
  async run({ args, config, out }) {
    const { values, positionals } = readOptions(
      args,
      { to: { type: 'string' }, base: { type: 'string' } },
      1,
    );
    const syntax = syntaxBySuffix(values.to ?? '');
    if (syntax === undefined)
      throw new UsageError('Say which syntax: --to ttl, rdf, jsonld or nt.');
    await using document = await openDocument(positionals[0] ?? '', config.importLimit);
    const { reader, writers } = openProfile(config.base);
    try {
      const { graph } = await reader.parse(
        { file: document.path },
        { mediaType: document.mediaType, base: values.base ?? document.base },
      );
      out.write(writers.statements(graphStatements(graph), syntax.name));
      return 0;
    } finally {
      await reader.close();
    }
  },
};
