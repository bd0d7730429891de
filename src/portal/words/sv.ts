import { about } from './sv/about.ts';
import { accessibility } from './sv/accessibility.ts';
import { account } from './sv/account.ts';
import { audit } from './sv/audit.ts';
import { bulk } from './sv/bulk.ts';
import { components } from './sv/components.ts';
import { developers } from './sv/developers.ts';
import { editor } from './sv/editor.ts';
import { editorScript } from './sv/editor-script.ts';
import { forms } from './sv/forms.ts';
import { frame } from './sv/frame.ts';
import { kinds } from './sv/kinds.ts';
import { members } from './sv/members.ts';
import { onboarding } from './sv/onboarding.ts';
import { operator } from './sv/operator.ts';
import { organizationProfile } from './sv/organization-profile.ts';
import { ownRecords } from './sv/own-records.ts';
import { problem } from './sv/problem.ts';
import { publishing } from './sv/publishing.ts';
import { quality } from './sv/quality.ts';
import { record } from './sv/record.ts';
import { search } from './sv/search.ts';
import { sheets } from './sv/sheets.ts';
import { start } from './sv/start.ts';
import { status } from './sv/status.ts';
import { support } from './sv/support.ts';
import { workspace } from './sv/workspace.ts';

/** Every text of the portal in Swedish: the language that others are made after. */
export const sv = {
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
