import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { isJsonObject, type JsonObject } from '../kernel/json.ts';
import { type SchemaFiles, schemaFiles } from './schema-files.ts';

/** Reads every `.json` file of the folder. @throws Error when a file is no JSON object. */
export function readSchemaFiles(folder: string): SchemaFiles {
  const hash = createHash('sha256');
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  const documents: Record<string, JsonObject> = {};
  for (const name of names.sort()) {
    const file = join(folder, name);
    const text = readFileSync(file, 'utf8');
    hash.update(`${name}\n${text}\n`);
    documents[name] = parseObject(file, text);
  }
  return schemaFiles(hash.digest('hex').slice(0, 16), documents, join(folder, sep));
}

function parseObject(file: string, text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new Error(`${file}#: is no JSON.`, { cause });
  }
  if (!isJsonObject(value)) throw new Error(`${file}#: must be an object.`);
  return value;
}
