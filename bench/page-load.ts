import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PageLoad, PageReport } from './page-client.ts';

/** Asks for pages from a process of its own. @throws Error when an answer is not a page. */
export async function loadPages(load: PageLoad): Promise<PageReport> {
  const child = fork(fileURLToPath(new URL('./page-client.ts', import.meta.url)));
  child.send(load);
  const ended = once(child, 'exit').then(() => {
    throw new Error('The client ended before it told what came.');
  });
  const [report] = (await Promise.race([once(child, 'message'), ended])) as [PageReport];
  ended.catch(() => undefined);
  if (report.wrong > 0) throw new Error(`${report.wrong} answers were no pages.`);
  return report;
}

/** Starts a bare server of Node's own in a process of its own, which answers everything with that many bytes. */
export async function startBareServer(
  bytes: number,
): Promise<{ readonly port: number; stop(): void }> {
  const program = `
    const { createServer } = require('node:http');
    const body = Buffer.alloc(${Math.round(bytes)}, 'x');
    const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Length': body.length };
    const server = createServer((request, response) => response.writeHead(200, headers).end(body));
    server.listen(0, '127.0.0.1', () => process.send(server.address().port));
    process.on('disconnect', () => process.exit());`;
  const child = fork('-', { execArgv: ['--eval', program] });
  const [port] = (await once(child, 'message')) as [number];
  return { port, stop: () => child.kill() };
}
