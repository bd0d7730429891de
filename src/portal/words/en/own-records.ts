import type { Words } from '../words.ts';

/** The overview of an organisation's workspace, and the list of its records. */
export const ownRecords: Words['ownRecords'] = {
  overview: 'Overview',
  needsYou: 'Needs you',
  nothingNeedsYou: 'Nothing waits for you just now',
  needs: {
    submitted: (count) =>
      count === 1 ? '1 description waits for approval' : `${count} descriptions wait for approval`,
    drafts: (count) =>
      count === 1 ? '1 draft is not published' : `${count} drafts are not published`,
    editing: (count) =>
      count === 1
        ? '1 published record has changes that are not published'
        : `${count} published records have changes that are not published`,
    faulty: (count) =>
      count === 1
        ? '1 published dataset breaks the profile'
        : `${count} published datasets break the profile`,
    overdue: (count) =>
      count === 1
        ? '1 dataset is older than the promised update'
        : `${count} datasets are older than the promised update`,
    broken: (count) =>
      count === 1
        ? '1 dataset has an address that does not answer'
        : `${count} datasets have addresses that do not answer`,
    requests: (count) =>
      count === 1
        ? '1 person wants to join the organisation'
        : `${count} people want to join the organisation`,
    tickets: (count) => (count === 1 ? '1 open ticket' : `${count} open tickets`),
  },
  /** What the program itself has written as author or reason. */
  programs: { 'command line': 'the command line', 'sample catalogue': 'the sample catalogue' },
  begin: {
    title: 'How to get going',
    profile: 'Check what is said of the organisation',
    profileHelp:
      'Its name, contact and logotype are shown on its page and in all that you publish.',
    members: 'Invite colleagues',
    membersHelp: 'Whoever is to write descriptions becomes an editor.',
    first: 'Describe the first dataset',
    firstHelp: 'Write it here, or take in several from a spreadsheet.',
    sheet: 'Take in a spreadsheet',
  },
  records: 'Records',
  byState: 'Records by state',
  states: { draft: 'Draft', published: 'Published', withdrawn: 'Withdrawn' },
  manyStates: { draft: 'drafts', published: 'published', withdrawn: 'withdrawn' },
  pending: { editing: 'Changes', submitted: 'Waits for approval', scheduled: 'Scheduled' },
  allOfThem: 'Show all',
  create: 'New dataset',
  score: 'Quality',
  scoreOverTime: 'Quality over time',
  scoreNone: 'Quality is measured once something is published.',
  scoreDay: (from, to) => `Average score of each day from ${from} to ${to}.`,
  scoreFirst: 'The history begins today. A point is added every night.',
  day: 'Day',
  points: 'Points',
  asTable: 'Show as a table',
  askLinks: 'Check the addresses now',
  askedLinks:
    'The addresses are being checked. It can take some minutes until the answers show here.',
  toQuality: 'See the whole quality report',
  nextFixes: 'What gives most',
  nextFixesLead: 'Descriptions where one single thing gives most points.',
  mostUsed: 'Most viewed and fetched',
  mostUsedLead:
    'The last 30 days. Search robots and the organisation’s own visits are not counted.',
  noUse: 'Nobody has looked at or fetched anything yet.',
  views: 'Views',
  downloads: 'Fetched',
  list: {
    title: 'Datasets',
    lead: 'All that the organisation describes: datasets, series and services, drafts among them.',
    find: 'Search your records',
    findButton: 'Search',
    state: 'State',
    anyState: 'All states',
    kind: 'Kind',
    anyKind: 'All kinds',
    attention: 'Needs you',
    anyAttention: 'Any',
    attentions: {
      submitted: 'Waits for approval',
      editing: 'Unpublished changes',
      faulty: 'Breaks the profile',
      overdue: 'Too old',
      broken: 'Address does not answer',
    },
    columns: {
      title: 'Title',
      state: 'State',
      score: 'Score',
      changed: 'Changed',
      checks: 'Checks',
    },
    sortBy: (column) => `Sort by ${column.toLowerCase()}`,
    select: (title) => `Select ${title}`,
    errors: (count) => (count === 1 ? '1 error' : `${count} errors`),
    warnings: (count) => (count === 1 ? '1 warning' : `${count} warnings`),
    clean: 'No remarks',
    broken: 'Dead link',
    overdue: 'Too old',
    found: (count, all) => (count === all ? `${all} records` : `${count} of ${all} records`),
    none: 'No records fit',
    noneYet: 'There are no records here yet',
    noneHelp: 'Change the search or show all.',
    noneYetHelp: 'Begin by describing a dataset. You can save it as a draft at any time.',
    showAll: 'Show all records',
    bulk: 'With those selected',
    bulkAction: 'What do you want to do?',
    bulkButton: 'Go on',
    bulkActions: {
      publish: 'Publish',
      withdraw: 'Withdraw',
      change: 'Change one property',
      move: 'Move to a series',
      export: 'Get as a spreadsheet',
    },
  },
};
