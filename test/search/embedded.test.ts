import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { openAnalyser } from '../../src/language/open-analyser.ts';
import { openEmbeddedIndex } from '../../src/search/embedded/open-embedded-index.ts';
import { searchIndexContract } from '../contract/search-index.ts';

const analyser = openAnalyser();
const folder = mkdtempSync(join(tmpdir(), 'datatorget-search-'));
after(() => rmSync(folder, { recursive: true, force: true }));

searchIndexContract(
  'the embedded index',
  (place) => openEmbeddedIndex({ folder: join(folder, place), analyser }),
  analyser,
);
