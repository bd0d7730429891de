/**
 * Makes the children of an element what they are to be by changing those that are there: whoever points at one, stands on one or has
 * one unfolded keeps it. Children are the same when tag, class and the place that they lead to are.
 */
export function redraw(parent: Element, wanted: readonly Element[]): void {
  const before = Map.groupBy(parent.children, keyOf);
  const children = wanted.map((next) => {
    const kept = before.get(keyOf(next))?.shift();
    if (kept === undefined) return next;
    if (kept !== next) change(kept, next);
    return kept;
  });
  for (const gone of [...before.values()].flat()) gone.remove();
  for (const [index, child] of children.entries()) {
    const there = parent.children[index];
    if (there !== child) parent.insertBefore(child, there ?? null);
  }
}

function keyOf(element: Element): string {
  const link = element.querySelector<HTMLElement>(':scope > a');
  return `${element.tagName} ${element.className} ${link?.dataset.goto}`;
}

function change(kept: Element, next: Element): void {
  for (const { name, value } of next.attributes) {
    // Whether it is unfolded is the reader's.
    if (name !== 'open' && kept.getAttribute(name) !== value) kept.setAttribute(name, value);
  }
  if (next.childElementCount > 0) redraw(kept, [...next.children]);
  else if (kept.textContent !== next.textContent) kept.textContent = next.textContent;
}
