import type { JsonObject } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { compilePlan } from './compile-plan.ts';
import { contextOf } from './context.ts';
import { documentationOf } from './documentation.ts';
import { formOf } from './form.ts';
import { schemaOf } from './json-schema.ts';
import type { Plan } from './plan.ts';
import type { Profile } from './profile.ts';
import { readSchemaFiles } from './read-schema-files.ts';
import { shapesOf } from './shapes.ts';
import { compileValidator } from './validate.ts';

/**
 * Reads a folder of schema files and makes everything that other floors ask of a profile, once.
 * @param now the time by which the rules tell old from new.
 * @throws Error naming file and pointer on any fault in a schema, a vocabulary that does not exist included.
 */
export function loadProfile(
  folder: string,
  vocabularies: Vocabularies,
  now: () => Date = () => new Date(),
): Profile {
  const known = new Set(vocabularies.names());
  const files = readSchemaFiles(folder);
  const plan = compilePlan(files, (name) => known.has(name));
  const schemas = forEachClass(plan, schemaOf);
  const forms = forEachClass(plan, formOf);
  const pages = { sv: documentationOf(plan, 'sv'), en: documentationOf(plan, 'en') };
  return {
    files,
    plan,
    vocabularies,
    validate: compileValidator(plan, vocabularies, now),
    context: contextOf(plan),
    shapes: shapesOf(plan, vocabularies),
    schema: (className) => schemas.get(className) ?? schemaOf(plan, className),
    form: (className) => forms.get(className) ?? formOf(plan, className),
    documentation: (language) => pages[language],
  };
}

function forEachClass(
  plan: Plan,
  make: (plan: Plan, className: string) => JsonObject,
): ReadonlyMap<string, JsonObject> {
  return new Map([...plan.classes.keys()].map((name) => [name, make(plan, name)]));
}
