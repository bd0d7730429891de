import { isDate } from '../profile/judge-lexical.ts';
import type { LiteralFormat } from '../profile/plan.ts';
import { geoJsonToWkt } from './geojson-to-wkt.ts';
import type { LiteralType } from './graph.ts';
import { dateType, usualType } from './literal-types.ts';
import { xsd, xsdString } from './namespaces.ts';

/** A literal as JSON, and the rule by which it was mended; undefined when it cannot have the format. */
export interface LiteralReading {
  readonly value: string | number;
  readonly mended?: 'V006' | 'V008' | 'V022' | 'V026';
}

type FormatReader = (lexical: string, datatype: string) => LiteralReading | undefined;

const integerTypes = new Set(
  [
    'nonNegativeInteger',
    'integer',
    'decimal',
    'int',
    'long',
    'positiveInteger',
    'unsignedLong',
  ].map(xsd),
);
const decimal = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const duration =
  /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/;
const hexBinary = /^(?:[0-9A-Fa-f]{2})+$/;
const wkt =
  /^(?:<[^>]*>\s*)?(?:POINT|LINESTRING|POLYGON|MULTIPOINT|MULTILINESTRING|MULTIPOLYGON|GEOMETRYCOLLECTION|ENVELOPE|BBOX)\b/i;

const readers: Readonly<Record<LiteralFormat, FormatReader>> = {
  string: (lexical, datatype) =>
    datatype === xsdString ? { value: lexical } : { value: lexical, mended: 'V008' },
  date: (lexical, datatype) => {
    const type = dateType(lexical);
    if (type === undefined || !isDate(lexical)) return undefined;
    return type === datatype ? { value: lexical } : { value: lexical, mended: 'V008' };
  },
  integer: (lexical, datatype) => {
    if (!/^\+?\d+(?:\.0*)?$/.test(lexical)) return undefined;
    const value = Number(lexical);
    if (!Number.isSafeInteger(value)) return undefined;
    if (datatype === usualType('integer') && String(value) === lexical) return { value };
    // DCAT-AP-SE 3.0.1, changes since version 2: xsd:decimal is the old form of dcat:byteSize.
    return { value, mended: integerTypes.has(datatype) ? 'V026' : 'V008' };
  },
  decimal: (lexical, datatype) => lexicalReading(lexical, datatype, 'decimal', decimal, 'V008'),
  duration: (lexical, datatype) => lexicalReading(lexical, datatype, 'duration', duration, 'V008'),
  hexBinary: (lexical, datatype) =>
    // The Swedish profile allows a plain literal here, so there is nothing to mend.
    datatype === xsdString && hexBinary.test(lexical)
      ? { value: lexical, mended: 'V026' }
      : lexicalReading(lexical, datatype, 'hexBinary', hexBinary, 'V008'),
  wkt: (lexical, datatype) => {
    const reading = lexicalReading(lexical, datatype, 'wkt', wkt, 'V022');
    if (reading !== undefined) return reading;
    const value = geoJsonToWkt(lexical);
    return value === undefined ? undefined : { value, mended: 'V026' };
  },
};

/** Reads a literal as a format of the profile. DCAT-AP-SE 3.0.1, on dates, numbers and geometry. */
export function readLiteral(
  lexical: string,
  { datatype, language }: LiteralType,
  format: LiteralFormat,
): LiteralReading | undefined {
  if (lexical.trim() === '') return undefined;
  const trimmed = format === 'string' ? lexical : lexical.trim();
  const reading = readers[format](trimmed, language === undefined ? datatype : xsdString);
  if (reading === undefined || reading.mended !== undefined) return reading;
  if (language !== undefined) return { ...reading, mended: 'V006' };
  return trimmed === lexical ? reading : { ...reading, mended: 'V008' };
}

function lexicalReading(
  value: string,
  datatype: string,
  format: LiteralFormat,
  form: RegExp,
  rule: 'V008' | 'V022',
): LiteralReading | undefined {
  if (!form.test(value)) return undefined;
  return datatype === usualType(format) ? { value } : { value, mended: rule };
}
