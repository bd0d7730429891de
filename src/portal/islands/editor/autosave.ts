import { type EditorParts, recordFields, say } from './editor-parts.ts';
import type { LocalCopy } from './local-copy.ts';

/** Milliseconds after the last key, and at most after the first that is not saved. */
const pause = 1500;
const longest = 5000;
/** Between tries while there is no connection: the first, and the longest. */
const firstRetry = 3000;
const lastRetry = 30_000;
/** Browsers send no more than this when a page is left. Fetch §4.6, keepalive. */
const mostWhenLeft = 60_000;

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'collision' | 'refused';

/** Keeps what is written on the server, and says whether it is. */
export interface Autosave {
  /** Saves now what is not saved yet. @returns whether all is saved */
  now(): Promise<boolean>;
  /** Does something that saves the form in its own way, when nothing else is being saved. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
  /** What the form holds is what the server has: it has just been told so. */
  isSaved(): void;
  hasUnsaved(): boolean;
  /** The server does not take what is written from this person: it stays on the page, and the page says why. */
  isRefused(): boolean;
  /** Something else could not be done: there is no connection, or the server has answered no and is asked why. */
  failed(isAnswered: boolean): void;
  /** The form is sent as a whole: nobody needs to be warned. */
  isLeaving(): void;
}

/** Saves a little after each change, when a field is left and when the page is hidden. */
export function autosave({ form, told }: EditorParts, copy: LocalCopy): Autosave {
  const address = form.dataset.autosave ?? '';
  const shown = document.querySelector<HTMLElement>('[data-saved]');
  let saved = signature();
  let state: SaveState = 'saved';
  let timer = 0;
  let waitingSince = 0;
  let retry = firstRetry;
  let leaves = false;
  let queue: Promise<unknown> = Promise.resolve();

  const hasUnsaved = (): boolean => signature() !== saved;

  function signature(): string {
    return JSON.stringify(recordFields(form));
  }

  function show(next: SaveState, text: string): void {
    state = next;
    if (shown === null) return;
    shown.dataset.state = next;
    // What has not changed is not read aloud again.
    if (shown.textContent !== text) shown.textContent = text;
  }

  function changed(): void {
    if (!hasUnsaved()) return;
    copy.keep(recordFields(form), revision());
    if (state === 'collision') return;
    if (state === 'saved') show('unsaved', say(told, 'unsaved'));
    waitingSince ||= Date.now();
    if (state === 'offline') return;
    plan(Math.min(pause, Math.max(0, waitingSince + longest - Date.now())));
  }

  function plan(after: number): void {
    clearTimeout(timer);
    timer = window.setTimeout(() => void now(), after);
  }

  function now(): Promise<boolean> {
    clearTimeout(timer);
    return alone(() => save());
  }

  function alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const next = queue.then(work);
    queue = next.catch(() => undefined);
    return next;
  }

  async function save(isForced = false): Promise<boolean> {
    if (state === 'collision') return false;
    if (!hasUnsaved() && !isForced) {
      // What could not be saved has been undone.
      if (state !== 'saved') showSaved();
      return true;
    }
    waitingSince = 0;
    const sending = signature();
    show('saving', say(told, 'saving'));
    let reply: Response;
    try {
      reply = await fetch(address, {
        method: 'POST',
        body: body(),
        headers: { Accept: 'application/json' },
      });
    } catch {
      // Without a connection fetch throws, whatever the reason is.
      return offline();
    }
    if (reply.status === 409) return collide();
    if (reply.status === 404 || reply.status === 410) return refused('gone');
    if (reply.status === 403 && (await isNotPermitted(reply))) return refused('notPermitted');
    if (reply.redirected || reply.status === 401 || reply.status === 403) return signedOut();
    if (reply.status >= 500 || reply.status === 429) return offline();
    if (!reply.ok) return refused('refused');
    const answer = await reply.json().catch(() => undefined);
    if (answer === undefined) return offline();
    for (const name of ['revision', 'base', 'seen'])
      setHidden(`_${name}`, String(answer[name] ?? ''));
    saved = sending;
    retry = firstRetry;
    showSaved();
    if (hasUnsaved()) changed();
    return !hasUnsaved();
  }

  function showSaved(): void {
    copy.clear();
    const time = new Date().toLocaleTimeString(told.language === 'sv' ? 'sv-SE' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      // As everywhere in the portal, wherever the browser is.
      timeZone: 'Europe/Stockholm',
    });
    show(
      'saved',
      say(told, 'saved', { TIME: told.language === 'sv' ? time.replace(':', '.') : time }),
    );
  }

  function offline(): false {
    show('offline', say(told, 'offline'));
    plan(retry);
    retry = Math.min(lastRetry, retry * 2);
    return false;
  }

  function collide(): false {
    show('collision', '');
    const button = document.createElement('button');
    button.type = 'submit';
    button.name = 'action';
    button.value = 'collision';
    button.setAttribute('form', form.id);
    button.className = 'ds-button';
    button.dataset.size = 'small';
    button.textContent = say(told, 'compare');
    shown?.replaceChildren(`${say(told, 'collision')} `, button);
    return false;
  }

  function signedOut(): false {
    show('refused', '');
    const link = document.createElement('a');
    link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`;
    link.target = '_blank';
    link.textContent = say(told, 'signIn');
    shown?.replaceChildren(`${say(told, 'signedOut')} `, link);
    addEventListener('focus', () => void renew(), { once: true });
    return false;
  }

  /** A new session has another secret for forms: it stands on a new page. */
  async function renew(): Promise<void> {
    const reply = await fetch(location.pathname).catch(() => undefined);
    const page = new DOMParser().parseFromString((await reply?.text()) ?? '', 'text/html');
    const secret = page.querySelector<HTMLInputElement>('#editor [name="_csrf"]')?.value;
    if (secret === undefined) signedOut();
    else {
      setHidden('_csrf', secret);
      await now();
    }
  }

  function refused(why: 'refused' | 'gone' | 'notPermitted'): false {
    show('refused', say(told, why));
    return false;
  }

  function body(): URLSearchParams {
    const sent = new URLSearchParams();
    for (const [name, value] of new FormData(form))
      if (typeof value === 'string') sent.append(name, value);
    return sent;
  }

  function revision(): string {
    return form.querySelector<HTMLInputElement>('[name="_revision"]')?.value ?? '';
  }

  function setHidden(name: string, value: string): void {
    const field = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (field !== null) field.value = value;
  }

  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  form.addEventListener('focusout', () => {
    if (state === 'unsaved') plan(200);
  });
  addEventListener('online', () => {
    if (state === 'offline') void now();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && state !== 'collision') void now();
  });
  addEventListener('pagehide', () => {
    if (leaves || !hasUnsaved() || state === 'collision') return;
    const last = body();
    if (last.toString().length < mostWhenLeft)
      void fetch(address, { method: 'POST', body: last, keepalive: true }).catch(() => undefined);
  });
  // A page that is gone back to is written on again.
  addEventListener('pageshow', () => {
    leaves = false;
  });
  addEventListener('beforeunload', (event) => {
    if (!leaves && hasUnsaved()) event.preventDefault();
  });

  return {
    now,
    alone,
    isSaved: () => {
      saved = signature();
      if (state !== 'collision') showSaved();
    },
    hasUnsaved,
    isRefused: () => state === 'refused',
    failed: (isAnswered) => void (isAnswered ? alone(() => save(true)) : offline()),
    isLeaving: () => {
      leaves = true;
    },
  };
}

/** Whether somebody is in but may not, and is not just out. RFC 9457 §3.1.1 */
async function isNotPermitted(reply: Response): Promise<boolean> {
  const problem = await reply.json().catch(() => undefined);
  return String(problem?.type).endsWith('/not-permitted');
}
