import type { UserLanguage } from '../../kernel/issue.ts';
import { wordsIn } from '../words/words.ts';

/** Which browser and system, as far as the browser says: `Firefox på Windows`. The order matters: most say that they are others too. */
const browsers = [
  [/\bEdgA?\//, 'Edge'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:HeadlessChrome|Chrome|Chromium|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
] as const;

const systems = [
  [/\b(?:iPhone|iPad)\b/, 'iOS'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
] as const;

/** What a browser is called by `User-Agent`. */
export function browserName(agent: string, language: UserLanguage): string {
  const say = wordsIn(language).account.security;
  const browser = browsers.find(([form]) => form.test(agent))?.[1];
  const system = systems.find(([form]) => form.test(agent))?.[1];
  if (browser === undefined) return say.unknownBrowser;
  return system === undefined ? browser : say.on(browser, system);
}
