import type { JsonObject } from '../kernel/json.ts';
import type { Context } from './context.ts';
import { badParameters, type ParameterFault } from './http-problem.ts';
import type { Parameter } from './route.ts';

/** The parameters of the address, lists apart each at most once, of the declared names only, and each already judged by its schema. */
export interface QueryValues {
  /** As written, percent-decoded. */
  text(name: string): string | undefined;
  /** A parameter whose schema is an integer. */
  integer(name: string): number | undefined;
  /** All values of a parameter whose schema is an array, in the order written. */
  list(name: string): readonly string[];
  /** True for `true` (and for the bare name), false otherwise. */
  flag(name: string): boolean;
  /** What was written, for links that repeat it (FNS.12). */
  readonly search: string;
}

class Values implements QueryValues {
  readonly search: string;
  readonly #values: ReadonlyMap<string, readonly string[]>;

  constructor(search: string, values: ReadonlyMap<string, readonly string[]>) {
    this.search = search;
    this.#values = values;
  }
  text(name: string): string | undefined {
    return this.#values.get(name)?.[0];
  }
  list(name: string): readonly string[] {
    return this.#values.get(name) ?? [];
  }
  integer(name: string): number | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : Number(text);
  }
  flag(name: string): boolean {
    const text = this.text(name);
    return text === 'true' || text === '';
  }
}

export const noQuery: QueryValues = new Values('', new Map());

/**
 * Reads the address's parameters as the route declares them.
 * @throws HttpProblem `bad-request` naming every parameter that is unknown, repeated, badly encoded or against its schema.
 */
export function readQuery(ctx: Context, declared: ReadonlyMap<string, Parameter>): QueryValues {
  const { url = '' } = ctx.req;
  const mark = url.indexOf('?');
  if (mark < 0 || mark === url.length - 1) return noQuery;
  const search = url.slice(mark + 1);
  const values = new Map<string, string[]>();
  const faults: ParameterFault[] = [];
  const isProgram = ctx.path.startsWith('/api/');
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const equals = pair.indexOf('=');
    const name = decode(equals < 0 ? pair : pair.slice(0, equals));
    const value = decode(equals < 0 ? '' : pair.slice(equals + 1));
    // HTML §4.10.21.4: a form sends the fields that were left empty too.
    if (!isProgram && value === '' && declared.get(name ?? '')?.schema.type === 'integer') continue;
    const fault =
      name === undefined || value === undefined
        ? badEncoding
        : judge(name, value, isProgram ? declared : withLanguage(declared), values);
    if (fault !== undefined)
      faults.push({ in: 'query', parameter: (name ?? pair).slice(0, 100), detail: fault });
    else if (name !== undefined && value !== undefined)
      values.set(name, [...(values.get(name) ?? []), value]);
  }
  if (faults.length > 0) throw badParameters(faults.slice(0, 20));
  return new Values(search, values);
}

type Fault = ParameterFault['detail'];

/** Of one list. Addresses are at most 16 kB long; this keeps a query's cost in proportion. */
const longestList = 100;

const languageParameter: Parameter = {
  name: 'lang',
  in: 'query',
  description: { sv: 'Sidans språk.', en: "The page's language." },
  schema: { type: 'string', enum: ['sv', 'en'] },
};

const withLanguages = new WeakMap<object, ReadonlyMap<string, Parameter>>();

/** Every address of a page also takes `?lang=`. */
function withLanguage(declared: ReadonlyMap<string, Parameter>): ReadonlyMap<string, Parameter> {
  const known = withLanguages.get(declared);
  if (known !== undefined) return known;
  const all = new Map([...declared, [languageParameter.name, languageParameter]]);
  withLanguages.set(declared, all);
  return all;
}

const badEncoding: Fault = {
  sv: 'Procentkodningen är inte UTF-8.',
  en: 'The percent-encoding is not UTF-8.',
};

function decode(text: string): string | undefined {
  if (!text.includes('%') && !text.includes('+')) return text;
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return undefined;
  }
}

function judge(
  name: string,
  value: string,
  declared: ReadonlyMap<string, Parameter>,
  seen: ReadonlyMap<string, readonly string[]>,
): Fault | undefined {
  const parameter = declared.get(name);
  if (parameter === undefined) {
    const known = [...declared.keys()].join(', ') || '–';
    return {
      sv: `Parametern finns inte här. De som finns: ${known}.`,
      en: `There is no such parameter here. There are: ${known}.`,
    };
  }
  const { items, type } = parameter.schema;
  if (type === 'array' && items !== undefined) {
    if ((seen.get(name)?.length ?? 0) >= longestList) {
      return {
        sv: `Parametern får stå högst ${longestList} gånger.`,
        en: `The parameter may stand at most ${longestList} times.`,
      };
    }
    return judgeValue(value, { schema: items as JsonObject, example: parameter.example ?? null });
  }
  if (seen.has(name)) {
    return { sv: 'Parametern får stå högst en gång.', en: 'The parameter may stand at most once.' };
  }
  return judgeValue(value, parameter);
}

/** Judges one text by the JSON Schema words that parameters use: type, minimum, maximum, enum, pattern, maxLength. */
export function judgeValue(
  value: string,
  { schema, example }: Pick<Parameter, 'schema' | 'example'>,
): Fault | undefined {
  const { type, minimum, maximum, maxLength, pattern } = schema;
  if (type === 'integer') {
    const low = typeof minimum === 'number' ? minimum : Number.MIN_SAFE_INTEGER;
    const high = typeof maximum === 'number' ? maximum : Number.MAX_SAFE_INTEGER;
    const number = /^-?\d{1,16}$/.test(value) ? Number(value) : Number.NaN;
    if (!(number >= low && number <= high)) {
      return {
        sv: `Ska vara ett heltal från ${low} till ${high}.`,
        en: `Must be an integer from ${low} to ${high}.`,
      };
    }
    return undefined;
  }
  if (type === 'boolean' && !['true', 'false', ''].includes(value)) {
    return { sv: 'Ska vara true eller false.', en: 'Must be true or false.' };
  }
  const choices = schema.enum;
  if (Array.isArray(choices) && !choices.includes(value)) {
    const list = choices.join(', ');
    return { sv: `Ska vara ett av: ${list}.`, en: `Must be one of: ${list}.` };
  }
  const longest = typeof maxLength === 'number' ? maxLength : 2000;
  if (value.length > longest) {
    return { sv: `Får ha högst ${longest} tecken.`, en: `May have at most ${longest} characters.` };
  }
  if (typeof pattern === 'string' && !compiled(pattern).test(value)) {
    const like = typeof example === 'string' ? example : undefined;
    return {
      sv: `Ska ${like === undefined ? '' : `se ut som ${like} och `}följa mönstret ${pattern}.`,
      en: `Must ${like === undefined ? '' : `look like ${like} and `}match the pattern ${pattern}.`,
    };
  }
  return undefined;
}

const patterns = new Map<string, RegExp>();

/** Patterns stand in route declarations, so there are few. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const expression = new RegExp(pattern, 'u');
  patterns.set(pattern, expression);
  return expression;
}
