import type { Command } from './command.ts';

/** A command as help shows it, and where its work is: loaded when it is run, since the whole program takes long to read. */
export interface CommandEntry {
  readonly usage: string;
  readonly summary: string;
  load(): Promise<Command>;
}

/** The commands by name, in the order of help. */
export const allCommands: Readonly<Record<string, CommandEntry>> = {
  serve: {
    usage: 'serve',
    summary: 'serve the catalogue (what npm start does)',
    load: async () => (await import('./serve.ts')).serveCommand,
  },
  work: {
    usage: 'work',
    summary: 'do the jobs that wait, beside the processes that serve',
    load: async () => (await import('./work.ts')).workCommand,
  },
  import: {
    usage: 'import FILE|URL --organization NAME [--publish] [--replace] [--dry-run] [--json]',
    summary: 'take a catalogue in any RDF syntax into an organisation',
    load: async () => (await import('./import.ts')).importCommand,
  },
  export: {
    usage: 'export [--organization NAME] [--format ttl|rdf|jsonld|nt] [--profile se|eu] [--drafts]',
    summary: 'write a catalogue as RDF to standard output',
    load: async () => (await import('./export.ts')).exportCommand,
  },
  validate: {
    usage: 'validate FILE|URL [--links] [--json]',
    summary: 'judge a document by DCAT-AP-SE 3.0.1',
    load: async () => (await import('./validate.ts')).validateCommand,
  },
  convert: {
    usage: 'convert FILE|URL --to ttl|rdf|jsonld|nt [--base IRI]',
    summary: 'turn RDF into another syntax',
    load: async () => (await import('./convert.ts')).convertCommand,
  },
  organizations: {
    usage:
      'organizations add NAME --title TEXT [--title-en TEXT] [--number NNNNNN-NNNN] [--type LocalAuthority|RegionalAuthority|…]',
    summary: 'take in an organisation',
    load: async () => (await import('./organizations.ts')).organizationsCommand,
  },
  users: {
    usage:
      'users add --operator EMAIL NAME | users add --organization NAME --role administrator|editor|reader EMAIL NAME | users list | users disable EMAIL | users enable EMAIL',
    summary: 'make, list, close and open accounts of people',
    load: async () => (await import('./users.ts')).usersCommand,
  },
  tokens: {
    usage:
      'tokens create --role operator|administrator|editor [--organization NAME] [--name TEXT] [--days N] | tokens list | tokens revoke ID',
    summary: 'make, list and revoke access tokens',
    load: async () => (await import('./tokens.ts')).tokensCommand,
  },
  audit: {
    usage:
      'audit verify [--known NUMBER:HASH] | audit export [--organization NAME] [--since DATE] [--csv]',
    summary: 'check that nothing of the audit was changed, or write it as JSON lines or CSV',
    load: async () => (await import('./audit.ts')).auditCommand,
  },
  sample: {
    usage: 'sample load|remove',
    summary: 'load or remove the sample catalogue',
    load: async () => (await import('./sample.ts')).sampleCommand,
  },
  reindex: {
    usage: 'reindex',
    summary: 'build the index of the search anew, while searches go on',
    load: async () => (await import('./reindex.ts')).reindexCommand,
  },
  backup: {
    usage: 'backup DIR',
    summary: 'copy the whole store into a folder, while work goes on (SQLite)',
    load: async () => (await import('./backup.ts')).backupCommand,
  },
  restore: {
    usage: 'restore DIR',
    summary: 'put a backup into an empty data folder (SQLite)',
    load: async () => (await import('./backup.ts')).restoreCommand,
  },
  doctor: {
    usage: 'doctor',
    summary: 'say what is configured, what answers, and what to do',
    load: async () => (await import('./doctor.ts')).doctorCommand,
  },
};
