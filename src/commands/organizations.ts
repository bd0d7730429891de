import { createOrganization } from '../catalog/create-organization.ts';
import { openApplication } from '../main.ts';
import { type Command, UsageError } from './command.ts';
import { localOperator } from './local-operator.ts';
import { readOptions } from './options.ts';
import { issueLine } from './report.ts';

/** Takes in an organisation, with its catalogue. */
export const organizationsCommand: Command = {
  async run({ args: [action, ...args], config, out }) {
    if (action !== 'add') throw new UsageError('Say what to do: organizations add NAME.');
    const { values, positionals } = readOptions(
      args,
      {
        title: { type: 'string' },
        'title-en': { type: 'string' },
        number: { type: 'string' },
        type: { type: 'string', default: 'LocalAuthority' },
      },
      1,
    );
    if (values.title === undefined)
      throw new UsageError('Say what the organisation is called: --title "Umeå kommun".');
    const application = await openApplication(config);
    try {
      const { resource, issues } = await createOrganization(application.context, {
        actor: localOperator,
        name: positionals[0] ?? '',
        node: {
          name: {
            sv: values.title,
            ...(values['title-en'] === undefined ? {} : { en: values['title-en'] }),
          },
          type: `http://purl.org/adms/publishertype/${values.type}`,
          ...(values.number === undefined ? {} : { identifier: [values.number] }),
        },
      });
      for (const issue of issues) if (issue.level !== 'info') out.note(issueLine(issue));
      out.line(`${resource.name} <${resource.iri}>`);
      return 0;
    } finally {
      await application.close();
    }
  },
};
