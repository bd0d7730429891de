import { type Iri, isAbsoluteIri } from '../kernel/iri.ts';
import { compileClass } from './compile-class.ts';
import type { ClassPlan, Plan, PropertyGroup } from './plan.ts';
import { type SchemaFiles, schemaFile } from './schema-files.ts';
import {
  flagAt,
  localizedAt,
  refuseUnknownKeys,
  requiredNumberAt,
  requiredStringAt,
  type SchemaSource,
  schemaFault,
  sourceAt,
  sourcesAt,
} from './schema-source.ts';

/** Members of a record that are no properties. */
const reservedNames = ['record', 'extra'];

/**
 * Compiles schema files to the plan. `profile.json` names the prefixes and groups; every other file with
 * an `x-class` is a class; the rest are shared parts.
 * @param isVocabulary whether a vocabulary of that name exists; without it every name passes.
 * @throws Error naming file and pointer on any fault in a schema: the program must not start on half a profile.
 */
export function compilePlan(
  files: SchemaFiles,
  isVocabulary: (name: string) => boolean = () => true,
): Plan {
  const profile = schemaFile(files, 'profile.json');
  refuseUnknownKeys(profile, new Set(['title', 'release', 'source', 'prefixes', 'groups']));
  const prefixes = prefixesOf(profile);
  const groups = groupsOf(profile);
  const classFiles = classFilesInOrder(files);
  const classOfFile = new Map(
    classFiles.map(([file, source]) => [file, requiredStringAt(source, 'x-class')]),
  );
  const around = { expand: expander(prefixes), classOfFile, groups, isVocabulary };
  const classes = uniqueClasses(
    classFiles.map(([file, source]) => compileClass(file, source, files, around)),
    files,
  );
  const byType = classesByType([...classes.values()]);
  return {
    version: files.version,
    about: {
      title: localizedAt(profile, 'title'),
      release: requiredStringAt(profile, 'release'),
      source: requiredStringAt(profile, 'source'),
    },
    prefixes,
    classes,
    groups,
    class: (name) => {
      const found = classes.get(name);
      if (found === undefined) throw new Error(`The profile has no class ${name}.`);
      return found;
    },
    classByType: (iri) => byType.get(iri),
  };
}

function classFilesInOrder(files: SchemaFiles): readonly (readonly [string, SchemaSource])[] {
  const order = (source: SchemaSource) => requiredNumberAt(source, 'x-order');
  return [...files.byName]
    .filter(([, source]) => 'x-class' in source.value)
    .toSorted(([, a], [, b]) => order(a) - order(b));
}

function prefixesOf(profile: SchemaSource): Readonly<Record<string, Iri>> {
  const prefixes = sourceAt(profile, 'prefixes');
  return Object.fromEntries(
    Object.keys(prefixes.value).map((prefix) => {
      const iri = requiredStringAt(prefixes, prefix);
      if (!isAbsoluteIri(iri)) throw schemaFault(prefixes, prefix, 'must be an absolute IRI.');
      return [prefix, iri];
    }),
  );
}

function groupsOf(profile: SchemaSource): readonly PropertyGroup[] {
  return sourcesAt(profile, 'groups').map((group) => {
    refuseUnknownKeys(group, new Set(['name', 'label', 'hidden']));
    return {
      name: requiredStringAt(group, 'name'),
      label: localizedAt(group, 'label'),
      hidden: flagAt(group, 'hidden'),
    };
  });
}

/** Prefixed names become IRIs; whole `http` IRIs stay. */
function expander(prefixes: Readonly<Record<string, Iri>>) {
  return (source: SchemaSource, key: string, name: string): Iri => {
    if (name.includes('://')) {
      if (!isAbsoluteIri(name)) throw schemaFault(source, key, `<${name}> is no IRI.`);
      return name;
    }
    const colon = name.indexOf(':');
    const prefix = name.slice(0, colon);
    const base = Object.hasOwn(prefixes, prefix) ? prefixes[prefix] : undefined;
    if (colon < 0 || base === undefined) {
      throw schemaFault(source, key, `"${name}" has a prefix that profile.json does not name.`);
    }
    return base + name.slice(colon + 1);
  };
}

/** By name. No two classes share a name or a type term, and no property takes one: the context could not tell them apart. */
function uniqueClasses(
  classes: readonly ClassPlan[],
  files: SchemaFiles,
): ReadonlyMap<string, ClassPlan> {
  const byName = new Map<string, ClassPlan>();
  const terms = new Set<string>(reservedNames);
  for (const plan of classes) {
    const source = schemaFile(files, plan.file);
    if (byName.has(plan.name)) throw schemaFault(source, 'x-class', 'is the name of two classes.');
    byName.set(plan.name, plan);
    for (const term of Object.keys(plan.types)) {
      if (terms.has(term)) throw schemaFault(source, 'x-types', `${term} is taken already.`);
      terms.add(term);
    }
  }
  for (const plan of classes) {
    const taken = plan.properties.find(({ name }) => terms.has(name));
    if (taken === undefined) continue;
    const described = sourceAt(schemaFile(files, plan.file), 'properties');
    throw schemaFault(described, taken.name, 'is a name with another meaning in records.');
  }
  return byName;
}

/** A class's own types come before those that it only wears in the `eu` profile. */
function classesByType(classes: readonly ClassPlan[]): ReadonlyMap<Iri, ClassPlan> {
  const found = new Map<Iri, ClassPlan>();
  for (const plan of classes) {
    for (const iri of Object.values(plan.types)) found.set(iri, plan);
  }
  for (const plan of classes) {
    for (const iri of plan.euTypes) if (!found.has(iri)) found.set(iri, plan);
  }
  return found;
}
