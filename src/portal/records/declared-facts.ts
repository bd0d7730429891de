import type { RecordPage } from '../../http/pages.ts';
import type { Services } from '../../http/services.ts';
import { formatDate } from '../words/format.ts';
import { wordsIn } from '../words/words.ts';
import type { Fact } from './facts-of.ts';

/** Who classified the information as public, when and on what ground, as the owner declared with the shown version. Never who declared it. */
export async function declaredFacts(
  { editing }: Pick<Services, 'editing'>,
  { resource, version, language }: RecordPage,
): Promise<readonly Fact[]> {
  const declaration = await editing.declarationOf(resource.id, version);
  if (declaration === undefined) return [];
  const say = wordsIn(language).publishing;
  const { classifiedBy, classifiedOn, ground } = declaration;
  return [
    fact('classifiedBy', say.classifiedBy, classifiedBy),
    fact('classifiedOn', say.classifiedOn, formatDate(classifiedOn, language)),
    fact('ground', say.ground, ground),
  ];
}

function fact(name: string, label: string, text: string): Fact {
  return { name, label, values: [{ text }] };
}
