import type { Budgets } from './budgets.ts';

/**
 * The entities of a DOCTYPE, of which only short IRI prefixes are taken: an entity that holds another, a file or an address
 * is how XML has been turned against its readers. XML 1.0 §4.2, OWASP ASVS 5.0 1.5.1.
 *
 * @throws SyntaxError with the rule that was broken.
 */
export function readEntities(doctype: string, budgets: Budgets): ReadonlyMap<string, string> {
  if (doctype.length > budgets.entities * (budgets.entityLength + 100)) {
    throw new SyntaxError('The DOCTYPE is too long.');
  }
  const entities = new Map<string, string>();
  const open = doctype.indexOf('[');
  const head = open < 0 ? doctype : doctype.slice(0, open);
  if (/\b(?:SYSTEM|PUBLIC)\b/.test(head)) {
    throw new SyntaxError('The DOCTYPE refers to another document (SYSTEM or PUBLIC).');
  }
  const subset = open < 0 ? '' : doctype.slice(open + 1, doctype.lastIndexOf(']'));
  for (const declaration of subset
    .replaceAll(/<!--.*?-->/gs, '')
    .split('<')
    .slice(1)) {
    const entity = /^!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>\s*$/.exec(declaration);
    const name = entity?.[1];
    if (name === undefined) {
      throw new SyntaxError(
        `The DOCTYPE may only declare entities that are IRI prefixes, not <${declaration.trim().slice(0, 80)}`,
      );
    }
    const value = entity?.[2] ?? entity?.[3] ?? '';
    if (value.length > budgets.entityLength || !/^[A-Za-z][\w+.-]*:[^\s<>&%"']*$/.test(value)) {
      throw new SyntaxError(`The entity &${name}; is not a short IRI prefix.`);
    }
    if (!entities.has(name)) entities.set(name, value);
    if (entities.size > budgets.entities) {
      throw new SyntaxError(`The DOCTYPE declares more than ${budgets.entities} entities.`);
    }
  }
  return entities;
}

/** Makes the entities known to an XML parser, and counts what their use expands to. */
export function defineEntities(
  target: Record<string, string>,
  entities: ReadonlyMap<string, string>,
  budgets: Budgets,
): void {
  let expanded = 0;
  for (const [name, value] of entities) {
    Object.defineProperty(target, name, {
      get: () => {
        expanded += value.length;
        if (expanded > budgets.entityExpansion) {
          throw new SyntaxError('The entities of the DOCTYPE are used too often.');
        }
        return value;
      },
    });
  }
}
