import type { Browser } from 'playwright-core';

/** What a browser makes of pages: its own parser, and nothing that runs, shows or fetches. */
export interface PageReader {
  read(pages: readonly Page[]): Promise<readonly ReadPage[]>;
}

export interface Page {
  readonly type: 'text/html' | 'image/svg+xml' | 'application/xml';
  readonly text: string;
}

export interface ReadPage {
  /** Elements and attributes that no page of ours has: they can only have come out of what somebody wrote. */
  readonly faults: readonly string[];
  /** All that can be read on the page, attributes and what programs read too. */
  readonly words: string;
  readonly links: readonly string[];
  readonly forms: readonly PageForm[];
}

export interface PageForm {
  readonly action: string;
  readonly method: string;
  readonly multipart: boolean;
  readonly fields: readonly PageField[];
  /** Names and values of the buttons that send it. */
  readonly buttons: readonly (readonly [name: string, value: string])[];
}

export interface PageField {
  readonly name: string;
  readonly type: string;
  readonly value: string;
  readonly options: readonly string[];
  readonly longest: number;
  readonly checked: boolean;
  /** The page says that what is in it cannot be used. */
  readonly wrong: boolean;
}

/** Opens an empty page and has its parser at hand. */
export async function pageReader(browser: Browser): Promise<PageReader> {
  const page = await (await browser.newContext({ offline: true })).newPage();
  return {
    read: (pages) => page.evaluate(readAll, pages as Page[]),
  };
}

/** Runs in the browser: holds nothing of what is outside it. */
function readAll(pages: Page[]): ReadPage[] {
  const ours = /^(?:https?:|mailto:|tel:|blob:|#|\/(?!\/)|\?|\.|$)/i;
  const addresses = [
    'href',
    'src',
    'action',
    'formaction',
    'xlink:href',
    'poster',
    'data',
    'srcset',
  ];
  const forbidden =
    'x-evil, iframe, object, embed, base, applet, frame, meta[http-equiv], foreignObject';

  const faultsOf = (document: Document, isPage: boolean): string[] => {
    const faults: string[] = [];
    const tell = (what: string, element: Element): void => {
      faults.push(`${what}: ${element.outerHTML.slice(0, 300)}`);
    };
    for (const element of document.querySelectorAll(forbidden)) tell('element', element);
    for (const script of document.querySelectorAll('script')) {
      const type = script.getAttribute('type') ?? '';
      if (type === 'application/ld+json' || type === 'application/json') {
        try {
          JSON.parse(script.textContent ?? '');
        } catch {
          tell('JSON', script);
        }
      } else if (!(script.getAttribute('src') ?? '').startsWith('/assets/')) tell('script', script);
    }
    for (const element of document.querySelectorAll('*')) {
      for (const { name, value } of element.attributes) {
        if (/^on|evil|["'<>{}]/i.test(name)) tell(`attribute ${name}`, element);
        const isAddress =
          isPage && addresses.includes(name) && !/^(?:link|div)$/.test(element.localName);
        if (isAddress && !ours.test(value.trim())) tell(`address ${value}`, element);
      }
    }
    return faults;
  };

  const formsOf = (document: Document): PageForm[] =>
    [...document.querySelectorAll('form')].map((form) => ({
      action: form.getAttribute('action') ?? '',
      method: (form.getAttribute('method') ?? 'get').toLowerCase(),
      multipart: form.getAttribute('enctype') === 'multipart/form-data',
      buttons: [...form.elements]
        .filter((one): one is HTMLButtonElement => one.localName === 'button')
        .map((one) => [one.name, one.value] as const),
      fields: [...form.elements].flatMap((one) => {
        const control = one as HTMLInputElement;
        if (control.name === '' || !/^(?:input|textarea|select)$/.test(one.localName)) return [];
        const options =
          one.localName === 'select'
            ? [...(one as unknown as HTMLSelectElement).options].map(({ value }) => value)
            : [];
        const { name, type, value, maxLength, checked } = control;
        const wrong = control.getAttribute('aria-invalid') === 'true';
        return [{ name, type, value, options, longest: maxLength, checked, wrong }];
      }),
    }));

  return pages.map(({ type, text }) => {
    const document = new DOMParser().parseFromString(text, type);
    const broken = document.querySelector('parsererror');
    const faults = faultsOf(document, type !== 'application/xml');
    if (type !== 'text/html' && broken !== null) faults.push(`not XML: ${broken.textContent}`);
    return {
      faults,
      words: [...document.querySelectorAll('*')]
        .flatMap((one) => [...one.attributes].map(({ value }) => value))
        .concat(document.documentElement?.textContent ?? '')
        .join('\n'),
      links: [...document.querySelectorAll('a[href], link[href]')].map(
        (one) => one.getAttribute('href') ?? '',
      ),
      forms: formsOf(document),
    };
  });
}
