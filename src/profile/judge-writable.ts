import { type Issue, pointer } from '../kernel/issue.ts';
import { isJsonObject } from '../kernel/json.ts';
import { formIssue, messages } from './messages.ts';

/**
 * What no syntax of ours can carry: control characters, halves of surrogate pairs, U+FFFE and U+FFFF, and nesting without
 * end. It is refused here so that no writer ever meets it. XML 1.0 §2.2; RDF 1.2 Concepts §3.3.
 */

/** How many levels of objects and arrays a record may have; the profile itself needs no more than twelve. */
const deepest = 32;

// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 §2.2 forbids them, so they are named here.
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/;

/** Whether every syntax can write the text. */
export function isWritable(text: string): boolean {
  return !forbidden.test(text) && text.isWellFormed();
}

/** An issue for each string that cannot be written; a record that is nested too deep gets that issue alone. */
export function judgeWritable(record: unknown): readonly Issue[] {
  const issues: Issue[] = [];
  return isShallow(record, '', 0, issues)
    ? issues
    : [formIssue('too-deep', '', messages.tooDeep(deepest))];
}

/** Whether the value keeps within the depth. Pointers are only made where something is wrong. */
function isShallow(
  value: unknown,
  parent: string | (() => string),
  depth: number,
  issues: Issue[],
): boolean {
  if (typeof value === 'string') {
    if (!isWritable(value)) report(value);
    return true;
  }
  if (typeof value !== 'object' || value === null) return true;
  if (depth > deepest) return false;
  if (Array.isArray(value)) {
    return value.every((member, index) =>
      isShallow(member, () => `${here()}/${index}`, depth + 1, issues),
    );
  }
  if (!isJsonObject(value)) return true;
  for (const key in value) {
    if (!isWritable(key)) report(key);
    if (!isShallow(value[key], () => here() + pointer(key), depth + 1, issues)) return false;
  }
  return true;

  function here(): string {
    return typeof parent === 'string' ? parent : parent();
  }

  function report(text: string): void {
    issues.push(formIssue('unwritable-character', here(), messages.unwritable(badCharacter(text))));
  }
}

/** The first character that cannot be written, as people name it: `U+0007`. */
function badCharacter(text: string): string {
  for (const character of text) {
    if (isWritable(character)) continue;
    const code = character.codePointAt(0) ?? 0;
    return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  }
  return 'U+FFFD';
}
