import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import { assetAddress } from '../src/portal/assets.ts';
import { bundleIslands } from '../src/portal/bundle.ts';
import type { judgeFrom } from '../src/portal/islands/judge.ts';
import { judgingDocument } from '../src/profile/judging-document.ts';
import { loadProfile } from '../src/profile/load-profile.ts';
import type { NodeObject } from '../src/profile/record.ts';
import { qualityJudge } from '../src/quality/quality-judge.ts';
import { loadVocabularies } from '../src/vocabularies/vocabularies.ts';
import { milliseconds, type Row, row } from './row.ts';

/** What a key costs in the editor: a dataset with ten distributions settled, judged and scored by the bundle that browsers load. */

const base = 'https://data.example.se';
const authority = 'http://publications.europa.eu/resource/authority';

/** Milliseconds a key may cost, and bytes of scripts that the editor's page may load. */
const most = { key: 5, scripts: 40_000 };

/** Measures the judgement after a changed title, and weighs what the page loads for it. */
export async function run(): Promise<readonly Row[]> {
  const profile = loadProfile('schemas/dcat-ap-se', loadVocabularies('vocabularies'));
  const document = JSON.stringify(judgingDocument(profile));
  const islands = await bundleIslands();
  const folder = mkdtempSync(join(tmpdir(), 'islands-'));
  try {
    for (const { name, bytes } of islands) writeFileSync(join(folder, name), bytes);
    writeFileSync(join(folder, 'package.json'), '{"type":"module"}');
    const file = join(folder, nameOf('judge'));
    const bundle: { readonly judgeFrom: typeof judgeFrom } = await import(pathToFileURL(file).href);
    const subject = { kind: 'dataset', name: 'bad', iri: `${base}/datasets/bad` } as const;
    const judge = bundle.judgeFrom(JSON.parse(document), { ...subject, owner: 'umea', base });
    const quality = qualityJudge(judge);
    let key = 0;
    const times = milliseconds({
      judged: () => {
        key += 1;
        const { content, issues } = judge.judge(dataset(`Badplatser ${key}`));
        const { fixes } = quality.judge(content, { issues, links: () => 'own' });
        return `${issues.length} ${fixes.length}`;
      },
    });
    const scripts = islands
      .filter(({ name }) => isOfEditor(name, islands))
      .reduce((sum, { br }) => sum + br.length, 0);
    return [
      {
        ...row('a key in the editor, ten distributions', {
          value: times.judged ?? Number.NaN,
          baseline: most.key,
          goal: 1,
        }),
        note: `data to judge by: ${kilobytes(brotliCompressSync(document).length)} kB, kept by the browser`,
      },
      row('scripts of the editor page, compressed', {
        value: scripts,
        baseline: most.scripts,
        goal: 1,
        unit: 'bytes',
      }),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function nameOf(island: 'editor' | 'judge' | 'page'): string {
  return assetAddress.island(island).slice('/assets/'.length);
}

interface Built {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Whether the editor's page loads the file before anybody asks for more: what its islands import, and what that imports. */
function isOfEditor(name: string, all: readonly Built[]): boolean {
  const loaded = new Set([nameOf('page'), nameOf('editor'), nameOf('judge')]);
  for (const one of loaded) {
    const text = all.find((file) => file.name === one)?.bytes.toString() ?? '';
    for (const [, part] of text.matchAll(/(?:from|^import|;import)"\.\/([^"]+)"/g)) {
      if (part !== undefined) loaded.add(part);
    }
  }
  return loaded.has(name);
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 1000);
}

function dataset(title: string): NodeObject {
  return {
    title: { sv: title, en: 'Bathing places' },
    description: { sv: 'Alla kommunala badplatser.', en: 'All municipal bathing places.' },
    publisher: 'http://dataportal.se/organisation/SE2120001355',
    contactPoint: [{ fn: { sv: 'Öppna data' }, hasEmail: ['mailto:oppnadata@example.se'] }],
    keyword: { sv: ['bad', 'vatten'], en: ['bathing'] },
    theme: [`${authority}/data-theme/ENVI`],
    accessRights: `${authority}/access-right/PUBLIC`,
    spatial: ['http://sws.geonames.org/2711533'],
    temporal: [{ startDate: '2025-01-01', endDate: '2025-12-31' }],
    accrualPeriodicity: `${authority}/frequency/ANNUAL`,
    distribution: Array.from({ length: 10 }, (_, index) => ({
      title: { sv: `Fil ${index}`, en: `File ${index}` },
      accessUrl: `https://data.example.se/files/${index}.csv`,
      downloadUrl: [`https://data.example.se/files/${index}.csv`],
      format: 'text/csv',
      byteSize: 1024,
      license: 'http://creativecommons.org/publicdomain/zero/1.0/',
      availability: `${authority}/planned-availability/STABLE`,
    })),
  };
}
