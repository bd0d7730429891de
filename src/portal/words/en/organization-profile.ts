import type { organizationProfile as swedish } from '../sv/organization-profile.ts';

/** What an organisation's administrator sets for it. */
export const organizationProfile: typeof swedish = {
  title: 'Organisation',
  saved: 'Saved',
  showPage: "Show the organisation's page",
  about: {
    title: 'Names and contact',
    nameSv: 'Name in Swedish',
    nameEn: 'Name in English',
    descriptionSv: 'Description in Swedish',
    descriptionEn: 'Description in English',
    descriptionHelp: 'A sentence or two about what the organisation does.',
    homepage: 'Website',
    homepageHelp: 'For example https://www.umea.se',
    mbox: 'E-mail for questions about data',
    mboxHelp: "A shared mailbox rather than a person's.",
    save: 'Save names and contact',
  },
  catalog: {
    title: 'The catalogue',
    help: "This is how your catalogue is presented on Sweden's data portal and in Europe.",
    titleSv: 'Title in Swedish',
    titleEn: 'Title in English',
    save: 'Save the catalogue',
  },
  logotype: {
    title: 'Logotype',
    help: 'PNG, JPEG or WebP, at most 2 MB. We make it into a small PNG and take away all else that the file holds.',
    file: 'Picture',
    alternative: 'Describe the picture',
    alternativeHelp: 'For those who do not see it, for example: the arms of Umeå.',
    save: 'Save the logotype',
    remove: 'Remove the logotype',
    missing: 'Choose a picture to send.',
  },
  colour: {
    title: 'Colour',
    help: "Used sparingly on your page. Where it cannot be seen well enough against the background, the site's own colour is shown.",
    label: 'Colour code',
    labelHelp: 'For example #0f5a5c. Leave empty for none.',
    bad: 'Write the colour as # and six figures or letters a–f, for example #0f5a5c.',
    save: 'Save the colour',
    light: 'Against a light background',
    dark: 'Against a dark background',
    good: (ratio: string) => `${ratio}:1, seen well`,
    weak: (ratio: string) => `${ratio}:1, not seen well enough: the site's colour is shown instead`,
  },
  rules: {
    title: 'Rules for publishing',
    fourEyes: 'Two people see each publication',
    fourEyesHelp:
      'One person submits and another approves. It holds for programs that write through the API too. At least two of you must be allowed to publish.',
    declaration: 'Programs must send a declaration',
    declarationHelp:
      'Access tokens can publish only together with a declaration that the information is public. People always declare.',
    usual: 'This stands there from the start when somebody publishes:',
    classifiedBy: 'Classified by',
    ground: 'Ground',
    save: 'Save the rules',
  },
  harvest: {
    title: 'Addresses for harvesting',
    help: "Give this address to Sweden's data portal, and all that you publish is fetched every night.",
    se: "To Sweden's data portal (RDF/XML)",
    eu: "By Europe's profile (RDF/XML)",
    turtle: 'As Turtle',
    jsonLd: 'As JSON-LD',
    feed: 'New and changed (Atom)',
    letter: 'A letter to send to the data portal',
    letterHelp: 'Send it to dataportal@digg.se, unless you are harvested already.',
    letterText: (name: string, address: string, contact: string) =>
      `Hello!

${name} publishes open data by DCAT-AP-SE. We would like Sweden's data portal to harvest our catalogue from:

${address}

Contact: ${contact}

Kind regards
${name}`,
  },
};
