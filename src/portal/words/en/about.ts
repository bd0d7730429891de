import type { Words } from '../words.ts';

/** What the page about the service says. */
export const about: Words['about'] = {
  title: 'About the service',
  description: 'What there is, where it comes from, how you may use it and how to reach us.',
  sections: [
    {
      id: 'what',
      title: 'What there is',
      paragraphs: [
        'Regions and municipalities describe their open data here: what it holds, how current it is, which terms apply and where its files and services are. The descriptions keep the Swedish metadata profile DCAT-AP-SE 3.0.1.',
        'The data itself mostly stays with its publisher. We look after the description, keep every version of it and give it an address that lasts.',
      ],
    },
    {
      id: 'use',
      title: 'How you may use it',
      paragraphs: [
        'Every file and service has a licence of its own. It is told in plain words on the page of the dataset. The descriptions in the catalogue are free to use without conditions (CC0).',
        'You need no account to read, download or use the API.',
      ],
    },
    {
      id: 'search',
      title: 'How to search',
      paragraphs: [
        'Write what you are looking for in ordinary words. Inflected forms and compounds are found too, in Swedish and in English.',
        'Quotation marks give a whole phrase, a minus sign leaves a word out, OR gives either. With publisher:, theme: and format: you search in that detail alone.',
      ],
    },
    {
      id: 'publish',
      title: 'How to publish',
      paragraphs: [
        'Register your interest in the form. When the agreement is signed we open a place for your organisation and invite your administrator. You write your descriptions in the editor, or send them as RDF or JSON with an access token.',
        'Every description is judged by DCAT-AP-SE before it is published. What has to be mended is pointed out with its rule, its place and advice. You can try a description without keeping it.',
      ],
    },
    {
      id: 'privacy',
      title: 'Your privacy',
      paragraphs: [
        'We use one cookie that remembers which language you chose and, if you sign in, one that keeps you signed in. The pages fetch nothing from other sites, and nobody else learns what you read.',
      ],
    },
  ],
  contact: {
    form: 'Contact us',
    report: 'Report a fault',
    title: 'Contact and report a fault',
    service: 'Questions about the service, ideas and faults on the site: write to',
    fault:
      'Please tell us which page it is about and what you wanted to do. If the page gave a reference, include it.',
    data: 'Questions about the content of a dataset are answered by its publisher. The contact stands on the page of the dataset.',
  },
};
