import { about } from './en/about.ts';
import { accessibility } from './en/accessibility.ts';
import { account } from './en/account.ts';
import { audit } from './en/audit.ts';
import { bulk } from './en/bulk.ts';
import { components } from './en/components.ts';
import { developers } from './en/developers.ts';
import { editor } from './en/editor.ts';
import { editorScript } from './en/editor-script.ts';
import { forms } from './en/forms.ts';
import { frame } from './en/frame.ts';
import { kinds } from './en/kinds.ts';
import { members } from './en/members.ts';
import { onboarding } from './en/onboarding.ts';
import { operator } from './en/operator.ts';
import { organizationProfile } from './en/organization-profile.ts';
import { ownRecords } from './en/own-records.ts';
import { problem } from './en/problem.ts';
import { publishing } from './en/publishing.ts';
import { quality } from './en/quality.ts';
import { record } from './en/record.ts';
import { search } from './en/search.ts';
import { sheets } from './en/sheets.ts';
import { start } from './en/start.ts';
import { status } from './en/status.ts';
import { support } from './en/support.ts';
import { workspace } from './en/workspace.ts';
import type { Words } from './words.ts';

/** Every text of the portal in English. */
export const en: Words = {
  about,
  accessibility,
  account,
  audit,
  components,
  developers,
  editor,
  editorScript,
  forms,
  frame,
  kinds,
  members,
  onboarding,
  ownRecords,
  operator,
  problem,
  quality,
  bulk,
  organizationProfile,
  publishing,
  record,
  search,
  sheets,
  start,
  status,
  support,
  workspace,
};
