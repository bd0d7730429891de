import type { Iri } from '../kernel/iri.ts';
import type { JsonValue } from '../kernel/json.ts';
import type { ClassPlan, PropertyPlan } from '../profile/plan.ts';
import type { MediaTypes } from '../vocabularies/media-types.ts';
import type { Vocabularies } from '../vocabularies/vocabularies.ts';
import { euPlace } from './eu-place.ts';
import { dcat, xsd } from './namespaces.ts';
import type { Syntax } from './syntaxes/syntax.ts';
import { openBlock, type WriteValue } from './write-block.ts';
import { basedOn, helperIri, type IriForm, writeProperty } from './write-property.ts';
import { referenceDescriber } from './write-references.ts';
import { hash53 } from './written-once.ts';

/** What a property of the EU form is compiled against. */
export interface EuSurroundings {
  readonly owner: ClassPlan;
  readonly syntax: Syntax;
  readonly vocabularies: Vocabularies;
  readonly mediaTypes: MediaTypes;
}

/**
 * How DCAT-AP 3.0.1 wants one property, where that differs from the Swedish form; undefined when it is not written at all.
 * DCAT-AP 3.0.1, and DCAT-AP-SE 3.0.1 on its differences from it.
 */
export function writeEuProperty(
  property: PropertyPlan,
  around: EuSurroundings,
): WriteValue | undefined {
  const { omit, conceptOf, wrap } = property.eu;
  if (omit === true) return undefined;
  if (conceptOf !== undefined) return writeFormat(property, around);
  if (wrap !== undefined) return writeWrapped(property.iri, wrap, around.syntax);
  return writeProperty(property, around.syntax, euIriForm(property, around));
}

/** The IRI as the EU knows it; on the way the thing is described. */
function euIriForm(
  property: PropertyPlan,
  { syntax, vocabularies }: Pick<EuSurroundings, 'syntax' | 'vocabularies'>,
): IriForm {
  const describe = referenceDescriber(property, syntax, vocabularies);
  const based = basedOn(property.base);
  const listsDatasets = property.range.includes(dcat('Dataset'));
  const geonames = property.eu.rewrite === 'geonames';
  return (value, block) => {
    const known = based === undefined ? value : based(value);
    if (listsDatasets && block.state.markedSeries.has(known)) return undefined;
    const iri = geonames ? euPlace(known) : known;
    describe(block, iri);
    return iri;
  };
}

/**
 * A media type literal becomes a file type; media type and package are written beside it unless the record states them.
 * What no file type stands for is left to the media type alone.
 */
function writeFormat(
  property: PropertyPlan,
  { owner, syntax, vocabularies, mediaTypes }: EuSurroundings,
): WriteValue {
  const format = derived(property);
  const beside = [
    { term: 'mediaType', of: mediaTypes.mediaTypeIriOf },
    { term: 'packageFormat', of: mediaTypes.packageOf },
  ].flatMap(({ term, of }) => {
    const plan = owner.property.get(term);
    return plan === undefined ? [] : [{ term, of, write: derived(plan) }];
  });

  return (block, value) => {
    if (typeof value !== 'string') return '';
    let text = format(block, mediaTypes.fileTypeOf(value) ?? []);
    for (const { term, of, write } of beside) {
      if (block.node[term] === undefined) text += write(block, of(value) ?? []);
    }
    return text;
  };

  /** Written in full, as the term of the context may stand for a literal. */
  function derived(plan: PropertyPlan): WriteValue {
    const emit = syntax.iris({ iri: plan.iri });
    const form = euIriForm(plan, { syntax, vocabularies });
    return (block, value) => {
      const iri = typeof value === 'string' ? form(value, block) : undefined;
      return iri === undefined ? '' : emit(block, iri);
    };
  }
}

/** Each literal in a node of its own, whose IRI follows from the literal. */
function writeWrapped(
  predicate: Iri,
  wrap: { readonly type: Iri; readonly property: Iri },
  syntax: Syntax,
): WriteValue {
  const emit = syntax.iris({ iri: predicate });
  const node = syntax.block([{ iri: wrap.type }]);
  const objects = syntax.objects({ iri: wrap.property });
  return (block, value) => {
    const iris: Iri[] = [];
    for (const literal of literals(value)) {
      const iri = helperIri(block.iri, `identifier-${hash53(literal).toString(36)}`);
      const wrapped = openBlock(syntax, block.state, iri, {});
      if (wrapped === undefined) continue;
      const typed = /^[a-z][a-z0-9+.-]*:\/\//i.test(literal) ? { datatype: xsd('anyURI') } : {};
      block.state.references += node(wrapped, objects(wrapped, [{ value: literal, ...typed }]));
      iris.push(iri);
    }
    return iris.length === 0 ? '' : emit(block, iris);
  };
}

function literals(value: JsonValue): readonly string[] {
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
