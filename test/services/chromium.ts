import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium as playwright } from 'playwright-core';
import type { Missing } from './mariadb.ts';

/**
 * The Chromium that is installed, headless and speaking to nobody on its own account.
 *
 * @returns what to say in a skipped test when there is none
 * @throws Error when there is none and `CI` is `true`.
 */
export async function chromium(): Promise<Browser | Missing> {
  const path = process.env.DATATORGET_TEST_CHROMIUM ?? installed();
  if (path === undefined) {
    const missing = 'chromium is not installed and DATATORGET_TEST_CHROMIUM is not set';
    if (process.env.CI === 'true') throw new Error(missing);
    return { missing };
  }
  return playwright.launch({
    executablePath: path,
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  });
}

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders
    .flatMap((folder) => ['chromium', 'chromium-browser'].map((name) => join(folder, name)))
    .find((path) => existsSync(path));
}
