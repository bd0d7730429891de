import type { LetterWords } from './letters-en.ts';

/** What the letters of onboarding say in Swedish. */
export const lettersSv: LetterWords = {
  greeting: (name) => `Hej ${name}!`,
  toPage: 'Öppna er sida',
  toSign: 'Läs avtalet och skriv under',
  toDocument: 'Läs det du skrev under',
  toQueue: 'Öppna ärendet',
  keepLink:
    'Länken är bara till för er. Den som har länken kan läsa och ändra era uppgifter, så skicka den bara till kollegor som ska vara med.',
  once: 'Länken fungerar en gång och är bara till för dig. Skicka den inte vidare. Känner du inte igen det här kan du bortse från brevet, då händer ingenting.',
  facts: { organization: 'Organisation', number: 'Organisationsnummer', contact: 'Kontakt' },
  customer: {
    interest: ({ organization, site }) => ({
      subject: `Vi har fått er anmälan: ${organization}`,
      texts: [
        `Tack för att ${organization} vill vara med på ${site}.`,
        'Nu kontrollerar vi att det finns ett kundavtal för er. Det tar oftast några arbetsdagar. Du får ett nytt brev när det är klart.',
        'På er sida ser du hela tiden var ärendet står och vad som händer sedan. Där kan du också ställa frågor till oss.',
      ],
    }),
    agree: ({ organization }) => ({
      subject: `Nu kan ni beställa: ${organization}`,
      texts: [
        'Kundavtalet är kontrollerat. Nästa steg är er: fyll i beställningen på er sida. Det tar ungefär fem minuter.',
        'Du behöver veta vem som får skriva under för er organisation och vem som ska bli er första administratör.',
      ],
    }),
    order: ({ signer }) => ({
      subject: 'Beställningen är mottagen och väntar på underskrift',
      texts: [
        `Vi har skickat en länk till ${signer}, som ska läsa avtalet och skriva under. Länken går bara till den adress som du angav.`,
        'Behöver något ändras kan du göra det på er sida ända tills avtalet är underskrivet.',
      ],
    }),
    sign: ({ signer }) => ({
      subject: 'Avtalet är underskrivet',
      texts: [
        `${signer} har skrivit under. Nu granskar vi beställningen, och sedan öppnar vi er plats.`,
        'Du får ett brev när det är klart.',
      ],
    }),
    decline: ({ signer }) => ({
      subject: 'Avtalet blev inte underskrivet',
      texts: [
        `${signer} valde att inte skriva under. Beställningen finns kvar på er sida. Ändra det som behövs och skicka in den igen.`,
      ],
    }),
    'send-back': () => ({
      subject: 'Beställningen behöver ändras',
      texts: [
        'Vi har gått igenom er beställning och behöver att ni ändrar något. Det ni har skrivit finns kvar på er sida.',
        'Så här skriver vi om vad som behöver ändras:',
      ],
    }),
    activate: ({ organization, site, administrator }) => ({
      subject: `Välkomna till ${site}: ${organization} är igång`,
      texts: [
        'Beställningen är bekräftad och er plats är öppen.',
        `En inbjudan har gått till ${administrator}. När inbjudan är besvarad kan ni bjuda in kollegor och publicera era första datamängder.`,
      ],
    }),
    refuse: ({ organization }) => ({
      subject: `Svar på er anmälan: ${organization}`,
      texts: ['Vi kan tyvärr inte gå vidare med er anmälan just nu. Så här skriver vi om varför:'],
    }),
    reconsider: ({ organization }) => ({
      subject: `Vi har tagit upp er anmälan igen: ${organization}`,
      texts: ['Ärendet är öppet igen. Du får ett nytt brev när det har gått vidare.'],
    }),
    withdraw: ({ organization }) => ({
      subject: `Ni har dragit tillbaka er anmälan: ${organization}`,
      texts: [
        'Ärendet är avslutat och ingenting mer händer. Ångrar ni er, skriv till oss på er sida.',
      ],
    }),
    pause: ({ organization, site }) => ({
      subject: `${organization} är pausad på ${site}`,
      texts: [
        'Det ni har publicerat finns kvar för läsare, men ni kan inte ändra något medan pausen varar. Så här skriver vi om varför:',
      ],
    }),
    resume: ({ organization, site }) => ({
      subject: `${organization} är igång igen på ${site}`,
      texts: ['Pausen är över. Ni kan arbeta som vanligt igen.'],
    }),
    end: ({ organization, site }) => ({
      subject: `${organization} har avslutat sin anslutning till ${site}`,
      texts: [
        'Anslutningen är avslutad. Era datamängder är tillbakadragna: adresserna finns kvar och säger att innehållet är tillbakadraget. Konton och åtkomstnycklar fungerar inte längre.',
        'På er sida kan ni hämta allt som ni har haft här: katalogen, varje version, medlemmarna och loggen.',
      ],
    }),
    message: ({ site }) => ({
      subject: `Nytt meddelande om er anslutning till ${site}`,
      texts: ['Vi har skrivit till er:'],
    }),
    link: ({ organization }) => ({
      subject: `Ny länk till er sida: ${organization}`,
      texts: ['Här är en ny länk till er sida. Alla tidigare länkar har slutat fungera.'],
    }),
  },
  signer: ({ organization, site, from }) => ({
    subject: `Skriv under för ${organization}`,
    texts: [
      `${from} har beställt anslutning till ${site} för ${organization} och angett dig som den som får skriva under.`,
      'Läs avtalet. Stämmer allt skriver du under på samma sida. Stämmer det inte väljer du att avstå och berättar gärna varför.',
    ],
  }),
  signed: {
    subject: (organization) => `Du har skrivit under för ${organization}`,
    texts: [
      'Det här är ditt kvitto. Spara brevet. Var det inte du som skrev under, svara på brevet genast.',
    ],
    facts: {
      organization: 'Organisation',
      name: 'Undertecknat av',
      at: 'Tidpunkt (UTC)',
      sha256: 'Dokumentets SHA-256',
    },
  },
  operator: {
    interest: (name) => `Ny intresseanmälan: ${name}`,
    order: (name) => `Ny beställning: ${name}`,
    sign: (name) => `Underskrivet, väntar på bekräftelse: ${name}`,
    decline: (name) => `Ville inte skriva under: ${name}`,
    withdraw: (name) => `Drog tillbaka sin anmälan: ${name}`,
    message: (name) => `Meddelande från ${name}`,
  },
};
