import { csrfField } from '../../../src/http/session.ts';

/** Reads a page as a browser without a script does: what its form would send. */

/** Names and values that a form of the page sends, in order. @param id of the form; hidden fields of others are left out */
export function formFields(html: string, id = 'editor'): Map<string, string> {
  const start = html.indexOf(`<form class="editor-form" id="${id}"`);
  const form = start < 0 ? html : html.slice(start, html.indexOf('</form>', start));
  const fields = new Map<string, string>();
  const controls =
    /<(input)\b((?:[^>"]|"[^"]*")*)>|<(textarea)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/textarea>|<(select)\b((?:[^>"]|"[^"]*")*)>([\s\S]*?)<\/select>/g;
  for (const found of form.matchAll(controls)) {
    const [
      ,
      input,
      inputText = '',
      area,
      areaText = '',
      areaValue = '',
      ,
      selectText = '',
      options = '',
    ] = found;
    const attributes = attributesOf(input ? inputText : area ? areaText : selectText);
    const name = attributes.get('name');
    // The session's token is added by whoever sends the form.
    if (name === undefined || name === csrfField || attributes.has('disabled')) continue;
    if (input !== undefined) {
      const type = attributes.get('type');
      if ((type === 'checkbox' || type === 'radio') && !attributes.has('checked')) continue;
      fields.set(name, attributes.get('value') ?? '');
    } else if (area !== undefined) fields.set(name, decoded(areaValue.replace(/^\n/, '')));
    else fields.set(name, chosen(options));
  }
  return fields;
}

function chosen(options: string): string {
  const all = [...options.matchAll(/<option\b([^>]*)>/g)].map(([, text = '']) =>
    attributesOf(text),
  );
  return (all.find((one) => one.has('selected')) ?? all[0])?.get('value') ?? '';
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  );
}

function decoded(text: string): string {
  return text
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}
