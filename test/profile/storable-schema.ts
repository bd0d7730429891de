import { isAbsoluteIri } from '../../src/kernel/iri.ts';
import type { JsonObject } from '../../src/kernel/json.ts';
import {
  isDate,
  isDecimal,
  isDuration,
  isHexBinary,
  isLanguage,
} from '../../src/profile/judge-lexical.ts';
import type { ClassPlan, PropertyPlan } from '../../src/profile/plan.ts';

/**
 * JSON Schema of what can be kept at all: known properties with values of the right type and written form. It asks for
 * nothing to be there; that is the profile's judgement, and a draft may be incomplete.
 */

/** The formats that the schemas below use. */
export const formats: Readonly<Record<string, (value: string) => boolean>> = {
  iri: isAbsoluteIri,
  language: isLanguage,
  date: isDate,
  duration: isDuration,
  decimal: isDecimal,
  hexBinary: isHexBinary,
};

/** The schema of a node of the class, under the class's name; `root` of a whole record, under `root/` and that name. */
export function storableSchema(cls: ClassPlan, root: boolean): JsonObject {
  const terms = { enum: Object.keys(cls.types) };
  return {
    $id: root ? rootId(cls.name) : `/${cls.name}`,
    type: 'object',
    properties: {
      '@id': { type: 'string', format: 'iri' },
      '@type': {
        if: { type: 'array' },
        // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword.
        then: { type: 'array', items: terms, minItems: 1 },
        else: terms,
      },
      ...(root
        ? {
            '@context': true,
            record: true,
            extra: { type: 'array', items: { type: 'string' } },
          }
        : {}),
      ...Object.fromEntries(
        cls.properties
          .filter((property) => !property.computed)
          .map((property) => [property.name, propertySchema(property)]),
      ),
    },
    additionalProperties: false,
  };
}

/** The address of the schema of a whole record of the class. */
export function rootId(className: string): string {
  return `/root/${className}`;
}

function propertySchema(property: PropertyPlan): JsonObject {
  if (property.node === 'text') return textSchema(property.many);
  const value = valueSchema(property);
  return property.many ? { type: 'array', items: value } : value;
}

function textSchema(many: boolean): JsonObject {
  const text = { type: 'string' };
  return {
    type: 'object',
    propertyNames: { type: 'string', format: 'language' },
    additionalProperties: many ? { type: 'array', items: text } : text,
  };
}

function valueSchema({ node, class: nodeClass, format, base }: PropertyPlan): JsonObject {
  if (node === 'resource' && nodeClass !== undefined) {
    return {
      if: { type: 'object' },
      // biome-ignore lint/suspicious/noThenProperty: JSON Schema's own keyword.
      then: { $ref: `/${nodeClass}` },
      else: { type: 'string', format: 'iri' },
    };
  }
  if (node !== 'literal')
    return { type: 'string', ...(base === undefined ? { format: 'iri' } : { base }) };
  switch (format) {
    case 'integer':
      return { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
    case 'date':
    case 'decimal':
    case 'duration':
    case 'hexBinary':
      return { type: 'string', format };
    default:
      return { type: 'string' };
  }
}
