import type { Iri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { literalDatatypes } from './literal-datatypes.ts';
import type { ClassPlan, Plan, PropertyPlan } from './plan.ts';
import { countWording, valueWording } from './property-wording.ts';

/** Longer closed lists are left to the program: a checker that reads the shapes would walk them for every value. */
const longestList = 150;

/** Pattern rules that keep a record from publication; a fault against the others is a warning. DCAT-AP-SE 3.0.1, patterns. */
const blockingRules: ReadonlySet<string> = new Set(['V021']);

interface Writing {
  readonly plan: Plan;
  readonly vocabularies: Vocabularies;
  /** An IRI as Turtle, with a prefix where there is one. */
  readonly term: (iri: Iri) => string;
}

/**
 * The profile as SHACL shapes in Turtle, for graphs in the Swedish form. SHACL §2–§4. Shapes have IRIs relative to the address
 * they are fetched from. What is mandatory is a violation, what is recommended a warning; conditions between properties
 * (high-value datasets, period ends) are not shapes but rules of the program.
 */
export function shapesOf(plan: Plan, vocabularies: Vocabularies): string {
  const writing = { plan, vocabularies, term: compactor(plan.prefixes) };
  const classes = [...plan.classes.values()];
  return [
    ...Object.entries(plan.prefixes).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .`),
    '',
    ...classes.flatMap((cls) => classShapes(cls, writing)),
    ...closedLists(classes, writing).map((name) => listShape(name, writing)),
  ].join('\n');
}

function classShapes(cls: ClassPlan, writing: Writing): readonly string[] {
  const shapes = cls.properties.flatMap((property) => propertyShapes(cls, property, writing));
  const targets = Object.values(cls.types).map(writing.term);
  const message = {
    sv: `${cls.label.sv} måste ha en IRI.`,
    en: `${cls.label.en} must have an IRI.`,
  };
  return [
    subject(cls.name, [
      'a sh:NodeShape',
      `rdfs:label ${literals(cls.label)}`,
      `sh:targetClass ${targets.join(' , ')}`,
      ...(cls.needsIri ? ['sh:nodeKind sh:IRI', `sh:message ${literals(message)}`] : []),
      `sh:property ${shapes.map(({ name }) => `<#${name}>`).join(' , ')}`,
    ]),
    ...shapes.map(({ name, statements }) => subject(name, statements)),
  ];
}

interface Shape {
  readonly name: string;
  readonly statements: readonly string[];
}

/** The property itself, and beside it what only warns: a shape has one severity. */
function propertyShapes(
  cls: ClassPlan,
  property: PropertyPlan,
  writing: Writing,
): readonly Shape[] {
  const { label, pattern, patternRule = '' } = property;
  const name = `${cls.name}-${property.name}`;
  const shape = (suffix: string, severity: string, statements: readonly string[]): Shape => ({
    name: name + suffix,
    statements: [
      'a sh:PropertyShape',
      `sh:path ${writing.term(property.iri)}`,
      `sh:name ${literals(label)}`,
      ...statements,
      `sh:severity sh:${severity}`,
    ],
  });
  const shapes = [shape('', 'Violation', constraints(cls, property, writing))];
  if (property.obligation === 'recommended') {
    const message = { sv: `${label.sv} är rekommenderad.`, en: `${label.en} is recommended.` };
    const statements = ['sh:minCount 1', `sh:message ${literals(message)}`];
    shapes.push(shape('-recommended', 'Warning', statements));
  }
  if (pattern !== undefined) {
    const message = {
      sv: `${label.sv} ska ha formen ${pattern}`,
      en: `${label.en} should have the form ${pattern}`,
    };
    const severity = blockingRules.has(patternRule) ? 'Violation' : 'Warning';
    const statements = [`sh:pattern ${quoted(pattern)}`, `sh:message ${literals(message)}`];
    shapes.push(shape('-pattern', severity, statements));
  }
  return shapes;
}

function constraints(cls: ClassPlan, property: PropertyPlan, writing: Writing): readonly string[] {
  const count = countWording(property);
  const value = valueWording(writing.plan, property);
  const message = {
    sv: `${property.label.sv}: ${count.sv}, ${value.sv}.`,
    en: `${property.label.en}: ${count.en}, ${value.en}.`,
  };
  return [
    ...(property.obligation === 'mandatory' ? ['sh:minCount 1'] : []),
    ...(property.many || property.node === 'text' ? [] : ['sh:maxCount 1']),
    ...(sharesPredicate(cls, property) ? [] : valueConstraints(property, writing)),
    `sh:message ${literals(message)}`,
  ];
}

/** Two properties on one predicate differ by their values, so neither can demand its form of all of them. */
function sharesPredicate(cls: ClassPlan, { iri }: PropertyPlan): boolean {
  return cls.properties.filter((other) => other.iri === iri).length > 1;
}

function valueConstraints(property: PropertyPlan, writing: Writing): readonly string[] {
  switch (property.node) {
    case 'text':
      return [
        ...(property.many ? [] : ['sh:uniqueLang true']),
        property.tagOptional
          ? oneOf(['sh:datatype rdf:langString', 'sh:datatype xsd:string'])
          : 'sh:datatype rdf:langString',
      ];
    case 'literal': {
      const types = literalDatatypes[property.format ?? 'string'];
      return [oneOf(types.map((type) => `sh:datatype ${writing.term(type)}`))];
    }
    case 'iri':
      return isClosedList(property, writing)
        ? ['sh:nodeKind sh:IRI', `sh:node <#${property.vocabulary}>`]
        : ['sh:nodeKind sh:IRI'];
    case 'resource':
      return resourceConstraints(writing.plan.class(property.class ?? ''), writing);
  }
}

/** A class with something mandatory must be described in the graph; of the others a reference alone says enough. */
function resourceConstraints(target: ClassPlan, { term }: Writing): readonly string[] {
  const mustBeDescribed = target.properties.some(({ obligation }) => obligation === 'mandatory');
  const types = Object.values(target.types).map((type) => `sh:class ${term(type)}`);
  return [
    target.needsIri ? 'sh:nodeKind sh:IRI' : 'sh:nodeKind sh:BlankNodeOrIRI',
    ...(mustBeDescribed ? [oneOf(types)] : []),
  ];
}

function isClosedList({ strict, vocabulary }: PropertyPlan, { vocabularies }: Writing): boolean {
  return (
    strict &&
    vocabulary !== undefined &&
    vocabularies.get(vocabulary).concepts.length <= longestList
  );
}

function closedLists(classes: readonly ClassPlan[], writing: Writing): readonly string[] {
  const properties = classes.flatMap((cls) => cls.properties);
  const closed = properties.filter((property) => isClosedList(property, writing));
  return [...new Set(closed.flatMap(({ vocabulary }) => vocabulary ?? []))].sort();
}

/** A list that leaves prefixes open takes every IRI under them too. */
function listShape(name: string, { vocabularies, term }: Writing): string {
  const { title, concepts, openPrefixes } = vocabularies.get(name);
  const members = `sh:in ( ${concepts.map(({ iri }) => term(iri)).join(' ')} )`;
  const open = openPrefixes.map((prefix) => `sh:pattern ${quoted(`^${literally(prefix)}`)}`);
  return subject(name, [
    'a sh:NodeShape',
    `rdfs:label ${literals(title)}`,
    oneOf([members, ...open]),
  ]);
}

function oneOf(alternatives: readonly string[]): string {
  const [only] = alternatives;
  return only !== undefined && alternatives.length === 1
    ? only
    : `sh:or ( ${alternatives.map((each) => `[ ${each} ]`).join(' ')} )`;
}

function subject(name: string, statements: readonly string[]): string {
  return `<#${name}> ${statements.join(' ;\n  ')} .\n`;
}

function literals(texts: Localized): string {
  return `${quoted(texts.sv)}@sv , ${quoted(texts.en)}@en`;
}

/** JSON's escapes are all Turtle's too. Turtle §6.4. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function compactor(prefixes: Readonly<Record<string, Iri>>): (iri: Iri) => string {
  const known = Object.entries(prefixes);
  return (iri) => {
    for (const [prefix, base] of known) {
      const local = iri.startsWith(base) ? iri.slice(base.length) : '';
      if (/^[A-Za-z][\w-]*$/.test(local)) return `${prefix}:${local}`;
    }
    return `<${iri}>`;
  };
}
