/** What a letter to the customer may mention. */
export interface LetterFacts {
  readonly name: string;
  readonly organization: string;
  readonly site: string;
  readonly administrator: string;
  readonly signer: string;
}

/** A letter's subject and paragraphs. */
export interface LetterText {
  readonly subject: string;
  readonly texts: readonly string[];
}

type About =
  | 'interest'
  | 'agree'
  | 'order'
  | 'sign'
  | 'decline'
  | 'send-back'
  | 'activate'
  | 'refuse'
  | 'reconsider'
  | 'withdraw'
  | 'pause'
  | 'resume'
  | 'end'
  | 'message'
  | 'link';

/** Every text of the letters in one language. */
export interface LetterWords {
  readonly greeting: (name: string) => string;
  readonly toPage: string;
  readonly toSign: string;
  readonly toDocument: string;
  readonly toQueue: string;
  readonly keepLink: string;
  readonly once: string;
  readonly facts: Readonly<Record<'organization' | 'number' | 'contact', string>>;
  readonly customer: Readonly<Record<About, (facts: LetterFacts) => LetterText>>;
  readonly signer: (facts: {
    readonly organization: string;
    readonly site: string;
    readonly from: string;
  }) => LetterText;
  readonly signed: {
    readonly subject: (organization: string) => string;
    readonly texts: readonly string[];
    readonly facts: Readonly<Record<'organization' | 'name' | 'at' | 'sha256', string>>;
  };
  readonly operator: Readonly<
    Record<
      'interest' | 'order' | 'sign' | 'decline' | 'withdraw' | 'message',
      (name: string) => string
    >
  >;
}

/** What the letters of onboarding say in English. */
export const lettersEn: LetterWords = {
  greeting: (name) => `Hello ${name},`,
  toPage: 'Open your page',
  toSign: 'Read the agreement and sign',
  toDocument: 'Read what you signed',
  toQueue: 'Open the matter',
  keepLink:
    'The link is for you alone. Whoever has it can read and change your details, so send it only to colleagues who are to take part.',
  once: 'The link works once and is for you alone. Do not pass it on. If you do not recognise this, ignore the letter and nothing happens.',
  facts: { organization: 'Organisation', number: 'Organisation number', contact: 'Contact' },
  customer: {
    interest: ({ organization, site }) => ({
      subject: `We have your registration: ${organization}`,
      texts: [
        `Thank you: ${organization} wants to take part in ${site}.`,
        'We now check that there is a customer agreement for you. That mostly takes a few working days. You get another letter when it is done.',
        'Your page shows at any time where the matter stands and what comes next. You can ask us questions there too.',
      ],
    }),
    agree: ({ organization }) => ({
      subject: `You can order now: ${organization}`,
      texts: [
        'The customer agreement has been checked. The next step is yours: fill in the order on your page. It takes about five minutes.',
        'You need to know who may sign for your organisation and who is to be your first administrator.',
      ],
    }),
    order: ({ signer }) => ({
      subject: 'The order is received and waits for a signature',
      texts: [
        `We have sent a link to ${signer}, who is to read the agreement and sign. It goes to the address that you gave and to no other.`,
        'If something has to change, you can change it on your page until the agreement is signed.',
      ],
    }),
    sign: ({ signer }) => ({
      subject: 'The agreement is signed',
      texts: [
        `${signer} has signed. We now look through the order and then open your place.`,
        'You get a letter when it is done.',
      ],
    }),
    decline: ({ signer }) => ({
      subject: 'The agreement was not signed',
      texts: [
        `${signer} chose not to sign. The order is still on your page. Change what is needed and send it again.`,
      ],
    }),
    'send-back': () => ({
      subject: 'The order has to change',
      texts: [
        'We have looked through your order and need you to change something. What you wrote is still on your page.',
        'This is what we say has to change:',
      ],
    }),
    activate: ({ organization, site, administrator }) => ({
      subject: `Welcome to ${site}: ${organization} is open`,
      texts: [
        'The order is confirmed and your place is open.',
        `An invitation has gone to ${administrator}. Once it is accepted you can invite colleagues and publish your first datasets.`,
      ],
    }),
    refuse: ({ organization }) => ({
      subject: `Answer to your registration: ${organization}`,
      texts: ['We cannot go on with your registration at present. This is what we say about why:'],
    }),
    reconsider: ({ organization }) => ({
      subject: `We have taken up your registration again: ${organization}`,
      texts: ['The matter is open again. You get another letter when it has moved on.'],
    }),
    withdraw: ({ organization }) => ({
      subject: `You have withdrawn your registration: ${organization}`,
      texts: [
        'The matter is closed and nothing more happens. If you change your mind, write to us on your page.',
      ],
    }),
    pause: ({ organization, site }) => ({
      subject: `${organization} is paused on ${site}`,
      texts: [
        'What you have published stays for readers, but you cannot change anything during the pause. This is what we say about why:',
      ],
    }),
    resume: ({ organization, site }) => ({
      subject: `${organization} is open again on ${site}`,
      texts: ['The pause is over. You can work as usual again.'],
    }),
    end: ({ organization, site }) => ({
      subject: `${organization} has left ${site}`,
      texts: [
        'You are no longer connected. Your datasets are withdrawn: their addresses remain and say so. Accounts and access tokens no longer work.',
        'On your page you can fetch everything that you have had here: the catalogue, every version, the members and the log.',
      ],
    }),
    message: ({ site }) => ({
      subject: `A new message about joining ${site}`,
      texts: ['We have written to you:'],
    }),
    link: ({ organization }) => ({
      subject: `A new link to your page: ${organization}`,
      texts: ['Here is a new link to your page. All earlier links have ended.'],
    }),
  },
  signer: ({ organization, site, from }) => ({
    subject: `Sign for ${organization}`,
    texts: [
      `${from} has ordered access to ${site} for ${organization} and named you as the one who may sign.`,
      'Read the agreement. If all is right, you sign on the same page. If it is not, choose to decline, and please tell why.',
    ],
  }),
  signed: {
    subject: (organization) => `You have signed for ${organization}`,
    texts: [
      'This is your receipt. Keep the letter. If it was not you who signed, answer this letter at once.',
    ],
    facts: {
      organization: 'Organisation',
      name: 'Signed by',
      at: 'Time (UTC)',
      sha256: 'SHA-256 of the document',
    },
  },
  operator: {
    interest: (name) => `New registration of interest: ${name}`,
    order: (name) => `New order: ${name}`,
    sign: (name) => `Signed, waits for confirmation: ${name}`,
    decline: (name) => `Declined to sign: ${name}`,
    withdraw: (name) => `Withdrew the registration: ${name}`,
    message: (name) => `Message from ${name}`,
  },
};
