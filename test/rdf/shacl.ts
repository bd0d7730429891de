import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { Parser, Store } from 'n3';
import SHACLValidator from 'rdf-validate-shacl';

/** One violation, short enough to be listed: where, on which path, by which constraint. */
export interface Violation {
  readonly focus: string;
  readonly path: string;
  readonly constraint: string;
  readonly value: string;
}

/**
 * Validates a graph against shapes in a Turtle file.
 * @throws Error when the validator gave up: it keeps its exceptions to itself, and then looks like a graph without faults.
 */
export async function violations(
  quads: readonly Quad[],
  shapesFile: string,
): Promise<readonly Violation[]> {
  const shapes = new Store(new Parser().parse(readFileSync(shapesFile, 'utf8')));
  const validator = new SHACLValidator(shapes);
  // By default it stops looking at a node after 50 visits, and faults on a shared node vanish.
  validator.validationEngine.maxNodeChecks = Number.MAX_SAFE_INTEGER;
  const report = await validator.validate(new Store([...quads]));
  const { validationError } = validator.validationEngine;
  if (validationError !== null)
    throw new Error('The validator gave up.', { cause: validationError });
  if (typeof report.conforms !== 'boolean') throw new Error('The validator gave no report.');
  return report.results.map((result) => ({
    focus: result.focusNode?.value ?? '',
    path: localName(String(termValue(result.path))),
    constraint: localName(result.sourceConstraintComponent?.value ?? ''),
    value: String(termValue(result.value)),
  }));
}

function termValue(term: unknown): unknown {
  return typeof term === 'object' && term !== null && 'value' in term ? term.value : '';
}

function localName(iri: string): string {
  return iri.replace(/^.*[#/]/, '').replace('ConstraintComponent', '');
}
