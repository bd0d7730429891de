import type { Browser } from 'playwright-core';
import { type OpenPage, openPage, type Reader } from './open-page.ts';

/** The window of each reader, opened once: what has been fetched for one page is there for the next, as for anybody. */
export type Windows = (reader: Reader) => Promise<OpenPage>;

/** Windows on the portal at `url`, that stay open as long as the browser. Faults of a window are those of all its pages. */
export function openWindows(browser: Browser, url: string): Windows {
  const windows = new Map<string, Promise<OpenPage>>();
  return (reader) => {
    const key = JSON.stringify(reader);
    const window = windows.get(key) ?? openPage(browser, url, reader);
    windows.set(key, window);
    return window;
  };
}
