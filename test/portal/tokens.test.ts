import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';

const css = readFileSync(join(import.meta.dirname, '../../src/portal/styles/tokens.css'), 'utf8');
const darkAt = css.indexOf('prefers-color-scheme: dark');
const darkEnd = css.indexOf('\n}\n', darkAt);
const light = colours(css.slice(0, darkAt));
const schemes = { light, dark: new Map([...light, ...colours(css.slice(darkAt, darkEnd))]) };

test('text can be read on what it stands on (WCAG 2.2 §1.4.3)', () => {
  const pairs = [
    ...['ink', 'quiet', 'action', 'action-strong', 'accent'].flatMap((text) => [
      [text, 'paper'],
      [text, 'surface'],
      [text, 'raised'],
    ]),
    ['on-action', 'action'],
    ['on-action', 'action-strong'],
    ['on-action-fill', 'action-fill'],
    ...['accent', 'good', 'warn', 'wrong', 'note'].flatMap((tone) => [
      [tone, `${tone}-fill`],
      [tone, 'paper'],
      ['ink', `${tone}-fill`],
    ]),
  ] as const;
  for (const [scheme, tokens] of Object.entries(schemes)) {
    for (const [text, ground] of pairs) {
      const ratio = contrast(tokens.get(text ?? ''), tokens.get(ground ?? ''));
      assert.ok(ratio >= 4.5, `${scheme}: ${text} on ${ground} is ${ratio.toFixed(2)}`);
    }
  }
});

test('edges of controls and lines of charts can be seen (WCAG 2.2 §1.4.11)', () => {
  const series = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `series-${number}`);
  for (const [scheme, tokens] of Object.entries(schemes)) {
    for (const edge of ['control', 'ink', ...series]) {
      for (const ground of ['paper', 'surface']) {
        const ratio = contrast(tokens.get(edge), tokens.get(ground));
        assert.ok(ratio >= 3, `${scheme}: ${edge} on ${ground} is ${ratio.toFixed(2)}`);
      }
    }
  }
});

function colours(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/--([a-z0-9-]+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [
      name,
      hex,
    ]),
  );
}

/** WCAG 2.2, "contrast ratio". @throws when a token is not a colour */
function contrast(one: string | undefined, other: string | undefined): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(hex: string | undefined): number {
  assert.ok(hex !== undefined);
  const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
