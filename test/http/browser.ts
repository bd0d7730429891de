import type { Site } from './site.ts';

/** A browser without a script: keeps cookies, follows where it is sent, and sends forms as pages hold them. */
export interface Browser {
  readonly cookies: Map<string, string>;
  /** Goes to an address and follows. */
  go(path: string): Promise<Page>;
  /** As `go`, without following. */
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Response>;
  /** Sends a form to the address as our own page would; follows. The session's token is taken from the page that was seen last. */
  send(path: string, fields: Readonly<Record<string, string>>): Promise<Page>;
  /** As `send`, without following. */
  post(
    path: string,
    fields: Readonly<Record<string, string>> | string,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Response>;
  /** The token of the page that was seen last. */
  readonly csrf: string;
}

export interface Page {
  readonly status: number;
  /** Path and query in the end. */
  readonly path: string;
  readonly html: string;
  /** Without markup. */
  readonly text: string;
}

/** A fresh browser at the site. */
export function openBrowser(site: Pick<Site, 'url'>): Browser {
  const cookies = new Map<string, string>();
  let csrf = '';
  const ask = async (path: string, init: RequestInit & { headers?: Record<string, string> }) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await fetch(site.url + path, {
      ...init,
      redirect: 'manual',
      headers: { 'Accept-Language': 'sv', Accept: 'text/html', cookie, ...init.headers },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0\b/i.test(line)) cookies.delete(pair.slice(0, at));
      else cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return reply;
  };
  const get: Browser['get'] = (path, headers = {}) => ask(path, { headers });
  const post: Browser['post'] = (path, fields, headers = {}) =>
    ask(path, {
      method: 'POST',
      headers: {
        'Sec-Fetch-Site': 'same-origin',
        'Content-Type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      body: typeof fields === 'string' ? fields : new URLSearchParams(fields).toString(),
    });
  const follow = async (reply: Response, from: string): Promise<Page> => {
    const location = reply.headers.get('location');
    if (reply.status >= 300 && reply.status < 400 && location !== null) {
      return follow(await get(location), location);
    }
    const html = await reply.text();
    csrf = /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const text = html
      .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ');
    return { status: reply.status, path: from, html, text };
  };
  return {
    cookies,
    get csrf() {
      return csrf;
    },
    get,
    post,
    go: async (path) => follow(await get(path), path),
    send: async (path, fields) =>
      follow(await post(path, csrf === '' ? fields : { _csrf: csrf, ...fields }), path),
  };
}
