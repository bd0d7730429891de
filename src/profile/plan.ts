import type { Iri } from '../kernel/iri.ts';
import type { Localized } from '../kernel/issue.ts';
import type { JsonObject } from '../kernel/json.ts';

/**
 * The compiled profile: what `/schemas/dcat-ap-se` says, ready to be walked. Everything that reads or writes records
 * (validation, context, shapes, form, documentation, RDF in and out) walks this and knows no property by name.
 */

/** What stands at the end of a property, the schema files' `x-node`: a text by languages, a literal, an IRI, or a described thing. */
export type NodeKind = 'text' | 'literal' | 'iri' | 'resource';

/**
 * How a literal is written. `date` is one ISO string that is an xsd:date, xsd:dateTime, xsd:gYear or xsd:gYearMonth by its
 * form; `decimal` and `duration` keep their lexical form as a string; `integer` is a JSON number; `string` has no tag.
 */
export type LiteralFormat =
  | 'string'
  | 'date'
  | 'integer'
  | 'decimal'
  | 'duration'
  | 'hexBinary'
  | 'wkt';

/** Obligation of a property, DCAT-AP-SE's words; `conditional` is decided by a cross-field rule. */
export type Obligation = 'mandatory' | 'recommended' | 'optional' | 'conditional';

/** How the `eu` profile (DCAT-AP 3.0.1) writes a property otherwise than the Swedish one. DCAT-AP 3.0.1, where it differs from the Swedish profile. */
export interface EuForm {
  /** Write the literal as a concept of this vocabulary: a media type as a file type. */
  readonly conceptOf?: string;
  /** Wrap the literal in a node of this type, with the literal under this property. */
  readonly wrap?: { readonly type: Iri; readonly property: Iri };
  /** Rewrite the IRI: GeoNames wants https and a trailing slash there. */
  readonly rewrite?: 'geonames';
  /** The property is not written at all. */
  readonly omit?: boolean;
}

/** An old or wrong form that import reads and mends with a note (V026). DCAT-AP-SE 3.0.1, changes since version 2. */
export interface AcceptedForm {
  /** The predicate that was written. */
  readonly iri: Iri;
  /** The statement points the other way round (isVersionOf). */
  readonly inverse?: boolean;
}

export interface PropertyPlan {
  /** The JSON key: the term in camelCase. */
  readonly name: string;
  readonly iri: Iri;
  readonly node: NodeKind;
  /** For `resource`: the class of the described node. Its value is an object, or an IRI string when it is only referred to. */
  readonly class?: string;
  /** For `literal`. */
  readonly format?: LiteralFormat;
  /** JSON holds an array (for `text`: an array of strings per language). */
  readonly many: boolean;
  /** Text that may stand without a language tag (`@none`) without being a fault: names and addresses in vCard. */
  readonly tagOptional: boolean;
  /** For `iri`, for the IRI of a `resource` that is only referred to, and for `literal` media types: the vocabulary by its name. */
  readonly vocabulary?: string;
  /** Whether a value outside the vocabulary is an error (V009) or welcome. */
  readonly strict: boolean;
  /** A prefix that bare values get under our context, so that `mediaType: "text/csv"` is an IRI. */
  readonly base?: string;
  /** ECMAScript pattern of the value as text (of a `resource`: of its IRI), judged by the named rule. */
  readonly pattern?: string;
  readonly patternRule?: string;
  readonly obligation: Obligation;
  /** Recommended only where there is something to say, as many have nothing: absence is a hint and no warning. */
  readonly whereApt: boolean;
  /** At least this many values: 1 for mandatory, and for conditional when its condition holds. */
  readonly min: number;
  /** The value when a person makes a new record and says nothing. */
  readonly default?: JsonObject | string | readonly string[];
  /** Made by the program when it writes RDF (`dcat:dataset` of a catalogue): never in the JSON. */
  readonly computed: boolean;
  /** RDF classes that the EU checks want on the thing pointed at. DCAT-AP 3.0.1, range checks. */
  readonly range: readonly Iri[];
  readonly eu: EuForm;
  readonly accepts: readonly AcceptedForm[];
  readonly group: string;
  readonly order: number;
  readonly widget: string;
  readonly label: Localized;
  readonly help: Localized;
  readonly source: string;
  /** The property's own JSON Schema, as in the files with shared parts put in and `x-` keywords left out; a `$ref` names a class file. */
  readonly schema: JsonObject;
}

export interface ClassPlan {
  /** The name in the plan and of its schema file: `Dataset`, `PeriodOfTime`. */
  readonly name: string;
  /** The file it stands in and its address under `/schemas/dcat-ap-se/`: `period-of-time.json`. */
  readonly file: string;
  readonly label: Localized;
  readonly help: Localized;
  readonly source: string;
  /** JSON-LD type term → class IRI: `{ Organization: foaf:Organization, … }`; a node's `@type` holds one or more of these terms. */
  readonly types: Readonly<Record<string, Iri>>;
  /** What `@type` becomes when a record says nothing. */
  readonly defaultType: string | readonly string[];
  /** Types added in the `eu` profile. */
  readonly euTypes: readonly Iri[];
  /** A node whose property has this value does not get them: a series with the mark of high-value datasets. */
  readonly euTypesUnless?: { readonly property: string; readonly value: Iri };
  /** Whether a blank node is forbidden (V002). DCAT-AP-SE 3.0.1, on blank nodes. */
  readonly needsIri: boolean;
  /** In the order in which they are shown and written. */
  readonly properties: readonly PropertyPlan[];
  readonly property: ReadonlyMap<string, PropertyPlan>;
  /** By predicate IRI, old predicates included. Two properties may share one predicate: the first whose node fits wins. */
  readonly byIri: ReadonlyMap<Iri, readonly PropertyPlan[]>;
}

export interface PropertyGroup {
  readonly name: string;
  readonly label: Localized;
  readonly hidden: boolean;
}

export interface Plan {
  /** Changes when any schema file does: part of every entity tag. */
  readonly version: string;
  /** Which profile this is, in which release, and where its text stands. */
  readonly about: { readonly title: Localized; readonly release: string; readonly source: Iri };
  readonly prefixes: Readonly<Record<string, Iri>>;
  /** By name, the main ones first. */
  readonly classes: ReadonlyMap<string, ClassPlan>;
  /** Groups of the form in their order. The form leaves hidden ones out: what is kept for other profiles only. */
  readonly groups: readonly PropertyGroup[];
  /** @throws Error when there is no such class: a fault of ours. */
  class(name: string): ClassPlan;
  /** Class of a node by the IRI of one of its RDF types. */
  classByType(iri: Iri): ClassPlan | undefined;
}
