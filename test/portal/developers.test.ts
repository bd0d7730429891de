import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { openPortal } from '../browser/open-portal.ts';

test('every line of the guide for developers works when it is pasted', async (t) => {
  const portal = await openPortal();
  const folder = await mkdtemp(join(tmpdir(), 'datatorget-guide-'));
  t.after(async () => {
    await portal.close();
    await rm(folder, { recursive: true, force: true });
  });
  const html = await (await fetch(`${portal.url}/developers?lang=sv`)).text();
  const codes = [...html.matchAll(/<pre tabindex="0"><code>(.*?)<\/code>/gs)].map(([, code = '']) =>
    code
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&'),
  );
  const said: string[] = [];
  for (const code of codes) {
    const { stdout } = await promisify(execFile)('bash', ['-euo', 'pipefail', '-c', code], {
      cwd: folder,
    });
    assert.doesNotMatch(stdout, /"status":\s*[45]\d\d|HTTP\/1\.1 [45]/, code);
    said.push(stdout);
  }
  const all = said.join('\n');
  for (const sign of ['"items":', '"facets":', '"@id":', '@prefix', '<feed', 'HTTP/1.1 304'])
    assert.ok(all.includes(sign), sign);
});
