import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';

export interface Reader {
  readonly language?: 'sv' | 'en';
  readonly scheme?: 'light' | 'dark';
  /** CSS pixels. */
  readonly width?: number;
  readonly height?: number;
  readonly javaScript?: boolean;
  /** Of somebody who has signed in, as `openPortal` gives it. */
  readonly cookie?: { readonly name: string; readonly value: string };
}

/** A page of a reader's own, with all that went wrong on it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors on the console, scripts that threw, requests to other hosts or that failed: there should be none. */
  readonly faults: readonly string[];
  close(): Promise<void>;
}

/** Opens an empty page for a reader, who sees nothing but what `url` serves. */
export async function openPage(
  browser: Browser,
  url: string,
  {
    language = 'sv',
    scheme = 'light',
    width = 1280,
    height = 900,
    javaScript = true,
    cookie,
  }: Reader = {},
): Promise<OpenPage> {
  const context = await browser.newContext({
    baseURL: url,
    locale: language === 'sv' ? 'sv-SE' : 'en-GB',
    colorScheme: scheme,
    viewport: { width, height },
    javaScriptEnabled: javaScript,
  });
  if (cookie !== undefined) {
    const flags = { httpOnly: true, secure: true, sameSite: 'Lax' } as const;
    await context.addCookies([{ ...cookie, ...flags, url: url.replace(/^http:/, 'https:') }]);
  }
  const page = await context.newPage();
  const faults: string[] = [];
  // Chromium finds no other host. Asking it to stop requests would keep it from caching, and every page would come as the first.
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (origin !== url && protocol !== 'data:' && protocol !== 'blob:')
      faults.push(`asked another host: ${request.url()}`);
  });
  page.on('pageerror', (error) => faults.push(`threw: ${error.message}`));
  const visited = new Set<string>();
  page.on('request', (request) => {
    if (request.isNavigationRequest()) visited.add(request.url());
  });
  page.on('console', (message) => {
    // That the page itself is a 404 is told on the console, and is not wrong.
    const isPageItself =
      visited.has(message.location().url) && /status of [45]/.test(message.text());
    if (message.type() === 'error' && !isPageItself) faults.push(`console: ${message.text()}`);
  });
  page.on('requestfailed', (request) => {
    const why = request.failure()?.errorText ?? '';
    if (why !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()} ${why}`);
  });
  return { page, faults, close: () => context.close() };
}

/** Waits until the page is another than the one before, at this path. A pattern would be met by an address that only ends so, as `?next=` does. */
export async function arriveAt(page: Page, path: string): Promise<void> {
  await page.waitForURL((url) => url.pathname === path);
}

/** Keeps a picture of the whole page, for people to look at, where `DATATORGET_TEST_SCREENSHOTS` asks for them: they take their time. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const asked = process.env.DATATORGET_TEST_SCREENSHOTS ?? '';
  if (asked === '') return;
  const folder = resolve(asked);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
