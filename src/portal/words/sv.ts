import { components } from './sv/components.ts';
import { frame } from './sv/frame.ts';
import { kinds } from './sv/kinds.ts';
import { problem } from './sv/problem.ts';
import { record } from './sv/record.ts';
import { search } from './sv/search.ts';
import { start } from './sv/start.ts';

/** Every text of the portal in Swedish: the language that others are made after. */
export const sv = { frame, components, kinds, problem, record, search, start };
