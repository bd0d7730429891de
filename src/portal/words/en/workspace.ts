import type { Words } from '../words.ts';

/** The frame of those who have signed in, and their workspaces. */
export const workspace: Words['workspace'] = {
  person: {
    signIn: 'Sign in',
    signOut: 'Sign out',
    menu: (name) => `${name}, your menu`,
    workspace: 'Workspace',
    workspaces: 'Workspaces',
    operator: 'Operator’s pages',
    account: 'My account',
  },
  roles: { administrator: 'administrator', editor: 'editor', reader: 'reader' },
  notices: 'Notices',
  seeAs: (role) =>
    `You see the pages in the role of ${role}. You can read, but nothing can be changed.`,
  endSeeAs: 'Stop',
  rail: {
    label: (name) => `Pages of ${name}`,
    organization: {
      overview: 'Overview',
      datasets: 'Datasets',
      members: 'Members',
      profile: 'Organisation',
      tokens: 'Access tokens',
      tickets: 'Tickets',
      log: 'Log',
    },
    operator: {
      name: 'Operator',
      places: {
        overview: 'Overview',
        organizations: 'Organisations',
        onboarding: 'Onboarding',
        tickets: 'Tickets',
        users: 'Users',
        jobs: 'Jobs',
        mail: 'Mail',
        search: 'Search',
        texts: 'Texts',
        announcements: 'Announcements',
        log: 'Log',
      },
    },
    account: {
      name: 'My account',
      places: { profile: 'Profile', security: 'Security', organizations: 'Organisations' },
    },
  },
  choose: {
    title: 'Workspaces',
    lead: 'Choose the organisation that you want to work with.',
    none: 'You are not a member of any organisation yet',
    noneHelp: 'Ask the administrator of your organisation for an invitation, or ask to join.',
    join: 'Ask to join',
  },
};
