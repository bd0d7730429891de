import { csrfField } from '../../src/http/session.ts';
import { base, type SignedInPerson, type Site } from '../http/site.ts';
import { filled, isWritten } from './fill-forms.ts';
import type { PageForm, PageReader, ReadPage } from './read-pages.ts';

/** Walks a site, fills in the forms it meets with what would run if it could, and keeps what came out of it. */
export interface HostileWriter {
  /** What pages had that was not ours. */
  readonly faults: readonly string[];
  /** Words by field: `/contact text` → `zq17q`. */
  readonly words: ReadonlyMap<string, string>;
  /** Words that were met again on a page, in a feed or in a document. */
  readonly shown: ReadonlySet<string>;
  /** Forms that have taken what was written, by the path of their route. */
  readonly taken: ReadonlySet<string>;
  /** Forms that were sent and took nothing. */
  readonly refused: () => readonly string[];
  look(where: string, reply: Response): Promise<ReadPage | undefined>;
  visit(path: string, as: SignedInPerson | undefined): Promise<ReadPage | undefined>;
  /** Visits a page and sends every form of it that somebody writes in, by every button, until it is taken. */
  write(path: string, as: SignedInPerson | undefined): Promise<void>;
}

const rounds = 5;

/** Words begin with this, and are found whatever is around them. */
const wordForm = /zq\d+q/gi;

export function hostileWriter(site: Site, reader: PageReader): HostileWriter {
  const faults: string[] = [];
  const words = new Map<string, string>();
  const shown = new Set<string>();
  const taken = new Set<string>();
  const sent = new Set<string>();
  const keys = new Set<string>();

  const look: HostileWriter['look'] = async (where, reply) => {
    const type = reply.headers.get('content-type')?.split(';')[0] ?? '';
    const text = await reply.text();
    if (reply.status >= 500) faults.push(`${where}: ${reply.status} ${text.slice(0, 200)}`);
    for (const [word] of text.matchAll(wordForm)) shown.add(word.toLowerCase());
    if (/[/+]json$/.test(type)) JSON.parse(text);
    const parsed = parserOf(type);
    if (parsed === undefined) return undefined;
    const [read] = await reader.read([{ type: parsed, text }]);
    for (const fault of read?.faults ?? []) faults.push(`${where}: ${fault}`);
    return read;
  };
  const visit: HostileWriter['visit'] = async (path, as) =>
    look(path, await site.ask(path, { as, headers: { Accept: 'text/html' } }));

  const send = async (
    form: PageForm,
    action: string,
    fields: Record<string, string>,
    as: SignedInPerson | undefined,
  ): Promise<Response> => {
    const headers = { Accept: 'text/html', Origin: base };
    const { [csrfField]: _, ...own } = fields;
    if (!form.multipart) return site.ask(action, { form: own, as, headers });
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.set(name, value);
    const encoded = new Response(body);
    const type = encoded.headers.get('content-type') ?? '';
    return site.ask(action, {
      method: 'POST',
      as,
      body: new Uint8Array(await encoded.arrayBuffer()),
      headers: { ...headers, 'Content-Type': type },
    });
  };

  const fill = async (
    begun: PageForm,
    path: string,
    as: SignedInPerson | undefined,
    button: readonly [string, string] | undefined,
  ): Promise<void> => {
    const action = begun.action === '' ? path : begun.action;
    const pattern = patternOf(site, action);
    sent.add(pattern);
    const wordOf = (name: string): string => {
      const field = `${pattern} ${name}`;
      const word = words.get(field) ?? `zq${words.size}q`;
      words.set(field, word);
      return word;
    };
    let form: PageForm | undefined = begun;
    for (let round = 0; round < rounds && form !== undefined; round += 1) {
      const fields = filled(form, { round, wordOf });
      if (button !== undefined && button[0] !== '') fields[button[0]] = button[1];
      const reply = await send(form, action, fields, as);
      const answered = await look(`POST ${action} (${reply.status})`, reply);
      const isTaken = reply.status < 400;
      if (isTaken) taken.add(pattern);
      // What a copy keeps with its mistakes is mended from the page it is shown on.
      const page: ReadPage | undefined = isTaken ? await visit(path, as) : answered;
      form = page?.forms.find((one) => one.action === begun.action && one.fields.length > 0);
      if (isTaken && !form?.fields.some(({ wrong }) => wrong)) return;
    }
  };

  return {
    faults,
    words,
    shown,
    taken,
    refused: () => [...sent].filter((pattern) => !taken.has(pattern)),
    look,
    visit,
    async write(path, as) {
      const page = await visit(path, as);
      for (const form of page?.forms ?? []) {
        if (form.method !== 'post' || !form.fields.some(isWritten)) continue;
        const key = `${patternOf(site, form.action)} ${form.fields.map(({ name }) => name).join(' ')}`;
        if (keys.has(key)) continue;
        keys.add(key);
        const buttons = form.buttons.filter(([, value]) => isSending(value)).slice(0, 5);
        for (const button of buttons.length === 0 ? [undefined] : buttons) {
          const now = (await visit(path, as))?.forms.find(({ action }) => action === form.action);
          if (now !== undefined) await fill(now, path, as, button);
        }
      }
    },
  };
}

/** Buttons of the editor name a place to add or remove; those that throw away come to nothing here. */
function isSending(value: string): boolean {
  return !value.includes('/') && !/^(?:discard|remove|refuse|decline|end)/.test(value);
}

function patternOf({ routes }: Site, action: string): string {
  const [path = ''] = action.split('?');
  const found = routes.find(
    (route) =>
      route.method === 'POST' &&
      new RegExp(`^${route.path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path),
  );
  return found?.path ?? path;
}

function parserOf(type: string) {
  if (type === 'text/html' || type === 'image/svg+xml') return type;
  return /\+xml$|\/xml$/.test(type) ? 'application/xml' : undefined;
}
