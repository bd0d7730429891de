import type { JsonValue } from '../kernel/json.ts';
import type { PropertyPlan } from '../profile/plan.ts';
import { type RecordReading, valuePath } from './record-reading.ts';
import { type Candidate, noteOldForm, setAside } from './value-candidates.ts';

/** Reads texts into a language map, one a language unless the property takes many. DCAT-AP-SE 3.0.1, on languages. */
export function readTexts(
  reading: RecordReading,
  node: Record<string, JsonValue>,
  property: PropertyPlan,
  candidates: readonly Candidate[],
  path: string,
): void {
  const texts: Record<string, string[]> = {};
  for (const candidate of candidates) {
    const { reading: text, quads, isDirect } = candidate;
    if (text.kind !== 'text') continue;
    const { language, value } = text;
    const others = texts[language];
    if (others !== undefined && !property.many) {
      setAside(reading, candidate, property, path, `"${others[0] ?? ''}"@${language}`);
      continue;
    }
    for (const quad of quads) reading.use(quad);
    const where = valuePath(path, property.name, language);
    if (text.remark !== undefined) reading.note(where, text.remark);
    else if (!isDirect) noteOldForm(reading, quads, property, where);
    if (others === undefined) texts[language] = [value];
    else others.push(value);
  }
  if (Object.keys(texts).length === 0) return;
  node[property.name] = property.many
    ? texts
    : Object.fromEntries(Object.entries(texts).map(([tag, [text = '']]) => [tag, text]));
}
