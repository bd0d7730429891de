/**
 * The thread in which strangers' documents are read: it can be stopped when a budget is spent, and it holds the compiled plan
 * so that records, not statements, travel back. Started by `openReader`.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { CatalogError } from '../kernel/errors.ts';
import { loadPlan } from '../profile/load-plan.ts';
import { loadVocabularies } from '../vocabularies/vocabularies.ts';
import { recordsTooLong } from './invalid-document.ts';
import { parseDocument } from './parse-document.ts';
import { patchRecord } from './patch-record.ts';
import { readRecords } from './read-records.ts';
import type { ReaderJob, ReaderReply, ReaderThreadData } from './reader-messages.ts';

/** Records that travel together, and characters of JSON after which fewer do. */
const batchSize = 100;
const batchLength = 1024 * 1024;
/** Batches that may be on their way before the receiver has taken one. */
const batchesAhead = 4;

const data = workerData as ReaderThreadData;
const vocabularies = loadVocabularies(data.vocabularies);
const plan = loadPlan(data.schemas);

let ahead = 0;
let wake: (() => void) | undefined;

parentPort?.on('message', (job: ReaderJob) => {
  if (job.kind === 'next') {
    ahead -= 1;
    wake?.();
    return;
  }
  ahead = 0;
  void work(job);
});

async function work(job: Exclude<ReaderJob, { kind: 'next' }>): Promise<void> {
  try {
    if (job.kind === 'patch') {
      const patched = patchRecord(job.request, { plan, vocabularies, budgets: job.budgets });
      reply({ kind: 'read', json: JSON.stringify(await patched) });
      return;
    }
    const { budgets } = job;
    const document = await parseDocument(job.source, job.options, {
      budgets,
      contexts: data.contexts,
    });
    if (job.kind === 'parse') {
      reply({ kind: 'parsed', columns: document.graph.toColumns(), notes: document.notes });
      return;
    }
    const records = readRecords(document, plan, vocabularies);
    let batch: string[] = [];
    let length = 0;
    let total = 0;
    for (let step = records.next(); ; step = records.next()) {
      if (step.done) {
        if (batch.length > 0) reply({ kind: 'batch', json: `[${batch.join(',')}]` });
        reply({ kind: 'read', json: JSON.stringify(step.value) });
        return;
      }
      const json = JSON.stringify(step.value);
      batch.push(json);
      length += json.length;
      total += json.length;
      if (total > budgets.recordsLength) throw recordsTooLong();
      if (batch.length >= batchSize || length >= batchLength) {
        reply({ kind: 'batch', json: `[${batch.join(',')}]` });
        batch = [];
        length = 0;
        await roomAhead();
      }
    }
  } catch (error) {
    reply(refusal(error));
  }
}

/** Waits while too many batches are on their way. */
async function roomAhead(): Promise<void> {
  ahead += 1;
  while (ahead >= batchesAhead) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}

function reply(message: ReaderReply): void {
  parentPort?.postMessage(message);
}

function refusal(error: unknown): ReaderReply {
  if (error instanceof CatalogError) {
    const { code, detail, issues } = error;
    return { kind: 'refused', code, detail, issues };
  }
  const fault = error instanceof Error ? error : new Error(String(error));
  return { kind: 'failed', message: fault.message, stack: fault.stack };
}
