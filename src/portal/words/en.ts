import { components } from './en/components.ts';
import { frame } from './en/frame.ts';
import { kinds } from './en/kinds.ts';
import { problem } from './en/problem.ts';
import { record } from './en/record.ts';
import { search } from './en/search.ts';
import { start } from './en/start.ts';
import type { Words } from './words.ts';

/** Every text of the portal in English. */
export const en: Words = { frame, components, kinds, problem, record, search, start };
