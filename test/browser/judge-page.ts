import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe-core finds wrong, each fault in one line: the rule, the element, why. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  // Letters of another width are another layout.
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async (values) => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const results = await axe.run(document, { runOnly: { type: 'tag', values } });
    return results.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
    }));
  }, tags);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.replace(/\s+/g, ' ').slice(0, 400)}`),
  );
}

/** How many CSS pixels of the page lie outside the window sideways, and the elements that do. WCAG 2.2 §1.4.10. */
export function sidewaysScroll(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    return [...document.querySelectorAll('body *')]
      .filter((element) => element.getBoundingClientRect().right > width + 1)
      .map((element) => element.outerHTML.slice(0, 160))
      .slice(0, 5);
  });
}
