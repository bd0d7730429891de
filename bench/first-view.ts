import { setTimeout as delay } from 'node:timers/promises';
import type { Browser } from 'playwright-core';

/** What a first visit to a page costs, with nothing kept from before. */

/** Bytes as they are sent. */
export interface FirstView {
  readonly html: number;
  readonly css: number;
  /** Scripts that the page loads by itself, and what they import at once. */
  readonly js: number;
}

const headers = {
  Accept: 'text/html',
  'Accept-Encoding': 'gzip, deflate, br, zstd',
  'Accept-Language': 'sv',
};

/** Weighs a page and what it loads. @throws Error when something of it is not there */
export async function firstView(base: string, path: string): Promise<FirstView> {
  const page = await weighed(base + path);
  const styles = [...page.text.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)];
  const scripts = [...page.text.matchAll(/<script type="module" src="([^"]+)"/g)];
  let css = 0;
  for (const [, href = ''] of styles) css += (await weighed(new URL(href, base).href)).bytes;
  const seen = new Set(scripts.map(([, src = '']) => new URL(src, base).href));
  let js = 0;
  // What is found on the way is walked, too.
  for (const address of seen) {
    const { text, bytes } = await weighed(address);
    js += bytes;
    for (const [, from = ''] of text.matchAll(/\b(?:from|import)\s*"(\.[^"]+)"/g)) {
      seen.add(new URL(from, address).href);
    }
  }
  return { html: page.bytes, css, js };
}

/** `fetch` tells the length that was sent, and decodes the body. */
async function weighed(
  address: string,
): Promise<{ readonly text: string; readonly bytes: number }> {
  const reply = await fetch(address, { headers });
  if (reply.status !== 200) throw new Error(`${reply.status} came for ${address}.`);
  return { text: await reply.text(), bytes: Number(reply.headers.get('content-length')) };
}

/** A network: bytes a second, and milliseconds before the first of them. */
export interface Network {
  readonly down: number;
  readonly up: number;
  readonly latency: number;
}

/** "Slow 4G" as Lighthouse has it (`mobileSlow4G`): 1.6 Mbit/s down, 750 kbit/s up, 150 ms from question to answer. */
export const slow4g: Network = { down: 1_638_400 / 8, up: 768_000 / 8, latency: 150 };

/** The same name in Chrome's tools: 0.9 of the throughput, 3.75 of the latency. */
export const slow4gOfTools: Network = { down: 180_000, up: 84_375, latency: 562.5 };

/** Milliseconds until the largest thing in view was painted, on that network, with nothing kept; the median of some visits. */
export async function largestPaint(
  browser: Browser,
  address: string,
  { down, up, latency }: Network,
): Promise<number> {
  const times: number[] = [];
  for (let visit = 0; visit < 5; visit++) {
    const context = await browser.newContext({
      viewport: { width: 412, height: 823 },
      locale: 'sv-SE',
    });
    const page = await context.newPage();
    const tools = await context.newCDPSession(page);
    await tools.send('Network.enable');
    await tools.send('Network.emulateNetworkConditions', {
      offline: false,
      latency,
      downloadThroughput: down,
      uploadThroughput: up,
    });
    await page.goto(address, { waitUntil: 'load' });
    // The font may paint the same text once more.
    await delay(700);
    times.push(
      await page.evaluate(
        () =>
          new Promise<number>((resolve) => {
            new PerformanceObserver((list) =>
              resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN),
            ).observe({ type: 'largest-contentful-paint', buffered: true });
          }),
      ),
    );
    await context.close();
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
