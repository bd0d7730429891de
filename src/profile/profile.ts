import type { Issue } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import type { Plan } from './plan.ts';
import type { NodeObject } from './record.ts';
import type { SchemaFiles } from './schema-files.ts';

/** What a description is settled and judged by, on the server and in the editor's browser. */
export interface Judgement {
  readonly plan: Plan;
  readonly vocabularies: Vocabularies;
  /** Every issue of a record of the class, errors first, then by pointer. An empty list: ready to publish, nothing to remark. */
  validate(record: NodeObject, className: string): readonly Issue[];
}

/** The Swedish profile, compiled: everything that other floors ask of it. */
export interface Profile extends Judgement {
  /** The files that it was compiled from. */
  readonly files: SchemaFiles;
  /** The JSON-LD context as `/context.jsonld` serves it. */
  readonly context: JsonObject;
  /** SHACL shapes in Turtle, as `/shapes/dcat-ap-se.ttl` serves them. */
  readonly shapes: string;
  /** JSON Schema 2020-12 of a class as `/schemas/dcat-ap-se/{file}` serves it: obligations turned into `required`, references closed. */
  schema(className: string): JsonObject;
  /** The form model of a class: groups in order, each with its fields. */
  form(className: string): JsonObject;
  /** The profile's documentation page in Markdown, in one language. */
  documentation(language: 'sv' | 'en'): string;
}
