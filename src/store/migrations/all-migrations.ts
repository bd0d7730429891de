import type { Kysely } from 'kysely';
import type { Ddl } from '../ddl.ts';
import type { Tables } from '../tables.ts';
import { records } from './0001-records.ts';
import { jobsAndAudit } from './0002-jobs-and-audit.ts';
import { accounts } from './0003-accounts.ts';
import { onboarding } from './0004-onboarding.ts';
import { support } from './0005-support.ts';
import { editing } from './0006-editing.ts';
import { quality } from './0007-quality.ts';
import { publishing } from './0008-publishing.ts';
import { usage } from './0009-usage.ts';
import { authors } from './0010-authors.ts';
import { dismissals } from './0011-dismissals.ts';
import { qualityTallies } from './0012-quality-tallies.ts';
import { files } from './0014-files.ts';

/** One step of the schema. On MySQL each statement commits by itself, so a step must be able to run again after half of it. */
export type Migration = (ddl: Ddl, db: Kysely<Tables>) => Promise<void>;

/** All steps in order; the first is version 1. Append only: what was released is never changed. */
export const allMigrations: readonly { readonly name: string; readonly migrate: Migration }[] = [
  { name: 'records', migrate: records },
  { name: 'jobs-and-audit', migrate: jobsAndAudit },
  { name: 'accounts', migrate: accounts },
  { name: 'onboarding', migrate: onboarding },
  { name: 'support', migrate: support },
  { name: 'editing', migrate: editing },
  { name: 'quality', migrate: quality },
  { name: 'publishing', migrate: publishing },
  { name: 'usage', migrate: usage },
  { name: 'authors', migrate: authors },
  { name: 'dismissals', migrate: dismissals },
  { name: 'quality-tallies', migrate: qualityTallies },
  { name: 'files', migrate: files },
];
