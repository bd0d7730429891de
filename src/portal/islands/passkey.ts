/** Passkeys: signing in, proving again who one is, and adding one. What the page needs it for is hidden until a script can do it. */

interface Asked {
  readonly secret: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON & PublicKeyCredentialRequestOptionsJSON;
}

interface Answered {
  /** Where to go on to. */
  readonly next?: string;
}

const kinds = {
  'sign-in': '/sign-in/passkey',
  prove: '/account/prove/passkey',
  add: '/account/passkeys',
} as const;

const isAble =
  typeof PublicKeyCredential === 'function' &&
  'parseRequestOptionsFromJSON' in PublicKeyCredential &&
  'parseCreationOptionsFromJSON' in PublicKeyCredential;

for (const part of document.querySelectorAll<HTMLElement>('[data-passkey]')) {
  const kind = part.dataset.passkey;
  const button = part.querySelector('button');
  if (!isAble || button === null || (kind !== 'sign-in' && kind !== 'prove' && kind !== 'add')) {
    continue;
  }
  part.hidden = false;
  button.addEventListener('click', () => {
    button.disabled = true;
    const status = part.querySelector('[role="status"]');
    if (status !== null) status.textContent = '';
    ceremony(part, kind)
      .catch(() => {
        if (status !== null) status.textContent = part.dataset.failed ?? '';
      })
      .finally(() => {
        button.disabled = false;
      });
  });
}

async function ceremony(part: HTMLElement, kind: keyof typeof kinds): Promise<void> {
  const { csrf = '', next = '' } = part.dataset;
  const asked = await post<Asked & Answered>(`${kinds[kind]}/options`, { csrf });
  // The page wants a proof first.
  if (asked.next !== undefined) return location.assign(asked.next);
  const credential =
    kind === 'add'
      ? await navigator.credentials.create({
          publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(asked.options),
        })
      : await navigator.credentials.get({
          publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(asked.options),
        });
  if (!(credential instanceof PublicKeyCredential)) throw new Error('There is no passkey.');
  const name = part.querySelector<HTMLInputElement>('input[name="name"]')?.value ?? '';
  const answer = await post<Answered>(kinds[kind], {
    csrf,
    next,
    name,
    secret: asked.secret,
    response: credential.toJSON(),
  });
  // What was typed before the proof was asked for waits in a form.
  const resume = document.querySelector<HTMLFormElement>('form#resume');
  if (kind === 'prove' && resume !== null) return resume.submit();
  location.assign(answer.next ?? '/');
}

async function post<T>(path: string, body: object): Promise<T> {
  const reply = await fetch(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!reply.ok) throw new Error(`${path} answered ${reply.status}.`);
  return (await reply.json()) as T;
}
