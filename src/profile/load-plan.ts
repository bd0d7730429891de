import { compilePlan } from './compile-plan.ts';
import type { Plan } from './plan.ts';
import { readSchemaFiles } from './read-schema-files.ts';

/**
 * Reads a folder of schema files and compiles the plan.
 * @param isVocabulary whether a vocabulary of that name exists; without it every name passes.
 * @throws Error naming file and pointer on any fault in a schema: the program must not start on half a profile.
 */
export function loadPlan(folder: string, isVocabulary?: (name: string) => boolean): Plan {
  return compilePlan(readSchemaFiles(folder), isVocabulary);
}
