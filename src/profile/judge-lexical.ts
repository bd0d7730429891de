/** Whether a literal is written as its datatype allows. XML Schema 1.1 part 2 §3.3; BCP 47 §2.1. */

const dateParts =
  /^-?(\d{4,})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d):(\d\d):(\d\d)(?:\.\d+)?)?)?)?(?:Z|[+-](\d\d):(\d\d))?$/;

/** An xsd:gYear, xsd:gYearMonth, xsd:date or xsd:dateTime that exists: 30 February does not. */
export function isDate(value: string): boolean {
  const parts = dateParts.exec(value);
  if (parts === null) return false;
  const [, year = '', month = '01', day = '01', hour = '00', minute = '00', second = '00'] = parts;
  if (year.length > 4 && year.startsWith('0')) return false;
  const midnight = hour === '24' && minute === '00' && second === '00';
  return (
    isZone(parts[7], parts[8]) &&
    month >= '01' &&
    month <= '12' &&
    day >= '01' &&
    Number(day) <= daysOf(Number(year), Number(month)) &&
    (hour < '24' || midnight) &&
    minute < '60' &&
    second < '60'
  );
}

function isZone(hours = '00', minutes = '00'): boolean {
  return minutes < '60' && (hours < '14' || (hours === '14' && minutes === '00'));
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

const duration = /^-?P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/;

/** An xsd:duration. */
export function isDuration(value: string): boolean {
  return duration.test(value);
}

/** An xsd:decimal. */
export function isDecimal(value: string): boolean {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(value);
}

/** An xsd:hexBinary of at least one octet. */
export function isHexBinary(value: string): boolean {
  return /^([0-9A-Fa-f]{2})+$/.test(value);
}

/** A language tag as Turtle, RDF/XML and JSON-LD can all carry it, or `@none` for a text without one. */
export function isLanguage(value: string): boolean {
  return value === '@none' || /^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$/.test(value);
}
