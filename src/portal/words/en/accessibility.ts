import type { Words } from '../words.ts';

/** The accessibility statement, with what DIGG asks one to hold. */
export const accessibility: Words['accessibility'] = {
  title: 'Accessibility statement',
  intro: (actor, service) =>
    `${actor} is behind the site ${service}. We want as many as possible to be able to use it. This page tells how it meets the Swedish act on the accessibility of digital public services, which shortcomings we know of and how to tell us of more.`,
  facts: {
    actor: 'Responsible',
    service: 'Service',
    address: 'Address',
    conformance: 'How accessible the site is',
    assessed: 'Last assessed',
    updated: 'Statement last updated',
    standard: 'Requirements that we test by',
  },
  standard: 'WCAG 2.2 level AA, and with that EN 301 549 where it concerns web pages',
  conformance: {
    full: 'Fully in line with the legal requirements',
    partly: 'Partly in line with the legal requirements',
    not: 'Not in line with the legal requirements',
  },
  known: 'What is not accessible',
  issues: [
    {
      title: 'The publishers’ texts',
      text: 'Titles and descriptions are written by those who publish the data. Some are hard to read, and their language is not always marked (WCAG 3.1.2).',
    },
    {
      title: 'English translations are sometimes missing',
      text: 'Where the publisher has written in Swedish only, the Swedish text is shown on the English pages, marked as Swedish.',
    },
  ],
  outside: 'What the act does not cover',
  outsideText:
    'The maps are not meant for navigation (section 9 of the act). The same information always stands as a list beside the map. Files and sites of the publishers are outside our control.',
  burden: 'Disproportionate burden',
  burdenText:
    'We do not claim the exception for a disproportionate burden (section 12 of the act) for any part.',
  method: 'How we have tested the site',
  methodText:
    'Our own assessment. Every kind of page is tested at every change, automatically in a real browser, with axe-core: light and dark, Swedish and English, narrow and wide. It is also tested that everything can be done by keyboard and without JavaScript, and that nothing is lost at a width of 320 pixels.',
  feedback: 'Tell us about obstacles',
  feedbackText:
    'Have you found something that you cannot use, or do you need the content in another form? Tell us in the form. You need not say who you are and need no account. You get a number and a page of your own where you can read our answer. We answer as soon as we can.',
  feedbackForm: 'Tell us of an obstacle, anonymously if you want',
  feedbackMail: 'You can also write to',
  oversight: 'Supervision',
  oversightText:
    'The Swedish Agency for Digital Government (DIGG) supervises the act. If you are not satisfied with our answer, you can report it to DIGG, anonymously if you wish.',
  oversightLink: 'Report a lack of accessibility to DIGG (in Swedish)',
};
