import type { FailureCode } from '../kernel/errors.ts';
import type { Localized } from '../kernel/issue.ts';

/**
 * Every refusal that a reply of ours can hold: its status, its title, and what its page says about cause and cure.
 * Codes are public and never renamed. The catalogue's codes come from `FailureCode`, so that a code without a row does
 * not compile; the rest are HTTP's own. RFC 9457 §3.1, §4; RFC 9110 §15.5; RFC 6585.
 */

/** Refusals that HTTP itself makes before the catalogue has been asked. */
export type HttpProblemCode =
  | 'bad-request'
  | 'not-acceptable'
  | 'unsupported-media-type'
  | 'payload-too-large'
  | 'uri-too-long'
  | 'method-not-allowed'
  | 'request-timeout'
  | 'too-many-requests'
  | 'cross-site'
  | 'internal-error'
  | 'service-unavailable'
  | 'search-unavailable';

export type ProblemCode = FailureCode | HttpProblemCode;

export interface ProblemRow {
  readonly status: number;
  readonly title: Localized;
  /** Why it happens and what to do. */
  readonly help: Localized;
}

export const problems: Readonly<Record<ProblemCode, ProblemRow>> = {
  'bad-request': {
    status: 400,
    title: { sv: 'Begäran kan inte förstås', en: 'The request cannot be understood' },
    help: {
      sv: 'Adressen, en parameter eller innehållet är felskrivet. Felet står i detail och errors; rätta det och försök igen.',
      en: 'The address, a parameter or the content is malformed. See detail and errors; correct it and try again.',
    },
  },
  'invalid-document': {
    status: 400,
    title: { sv: 'Dokumentet kan inte läsas', en: 'The document cannot be read' },
    help: {
      sv: 'Innehållet följer inte sitt format (Turtle, RDF/XML, JSON-LD, JSON). Rätta det på den plats som anges.',
      en: 'The content breaks the rules of its format (Turtle, RDF/XML, JSON-LD, JSON). Correct it at the place given.',
    },
  },
  'not-authenticated': {
    status: 401,
    title: { sv: 'Du behöver identifiera dig', en: 'You need to identify yourself' },
    help: {
      sv: 'Skicka en giltig åtkomstnyckel i rubriken Authorization: Bearer. Nyckeln saknas, är okänd, indragen eller för gammal.',
      en: 'Send a valid access token in the header Authorization: Bearer. It is missing, unknown, revoked or expired.',
    },
  },
  'not-permitted': {
    status: 403,
    title: { sv: 'Du får inte göra detta', en: 'You may not do this' },
    help: {
      sv: 'Nyckeln är giltig men saknar behörighet. Be organisationens administratör om rätt roll.',
      en: 'The token is valid but lacks the permission. Ask the administrator of the organisation for the right role.',
    },
  },
  'proof-required': {
    status: 403,
    title: { sv: 'Visa först att det är du', en: 'Show first that it is you' },
    help: {
      sv: 'Det här ändrar hur man kommer in i kontot. Ange lösenordet eller använd nyckeln igen, och försök sedan på nytt inom tio minuter.',
      en: 'This changes the way into the account. Enter the password or use the passkey again, then try anew within ten minutes.',
    },
  },
  'not-found': {
    status: 404,
    title: { sv: 'Det finns inget här', en: 'There is nothing here' },
    help: {
      sv: 'Adressen är felskriven, eller så är det som fanns där inte publicerat. Sök efter det i katalogen.',
      en: 'The address is misspelt, or what is there is not published. Search for it in the catalogue.',
    },
  },
  'method-not-allowed': {
    status: 405,
    title: { sv: 'Metoden går inte att använda här', en: 'The method cannot be used here' },
    help: {
      sv: 'Adressen finns men inte med den metoden. Rubriken Allow säger vilka metoder som går.',
      en: 'The address exists, but not with this method. The Allow header lists the methods that work.',
    },
  },
  'not-acceptable': {
    status: 406,
    title: { sv: 'Formatet finns inte', en: 'There is no such representation' },
    help: {
      sv: 'Resursen finns men inte i något av de format eller profiler som begärts. Fältet available säger vilka som finns.',
      en: 'The resource exists, but in none of the formats or profiles asked for. The member available lists those it has.',
    },
  },
  'request-timeout': {
    status: 408,
    title: { sv: 'Begäran kom inte fram i tid', en: 'The request did not arrive in time' },
    help: {
      sv: 'Förbindelsen var för långsam eller avbröts. Försök igen.',
      en: 'The connection was too slow or was interrupted. Try again.',
    },
  },
  'name-taken': {
    status: 409,
    title: { sv: 'Namnet är upptaget', en: 'The name is taken' },
    help: {
      sv: 'En annan post av samma slag har namnet. Välj ett annat.',
      en: 'Another record of the same kind has the name. Choose another.',
    },
  },
  'iri-taken': {
    status: 409,
    title: { sv: 'Identifieraren är upptagen', en: 'The identifier is taken' },
    help: {
      sv: 'En annan post beskriver redan samma IRI. Ändra den posten, eller ge den nya en egen IRI.',
      en: 'Another record already describes this IRI. Change that record, or give the new one an IRI of its own.',
    },
  },
  'name-frozen': {
    status: 409,
    title: { sv: 'Namnet kan inte längre ändras', en: 'The name can no longer change' },
    help: {
      sv: 'Posten har publicerats och adressen är därmed bestående. Behåll namnet.',
      en: 'The record has been published, so its address is persistent. Keep the name.',
    },
  },
  'iri-frozen': {
    status: 409,
    title: {
      sv: 'Identifieraren kan inte längre ändras',
      en: 'The identifier can no longer change',
    },
    help: {
      sv: 'Posten har publicerats och dess IRI är därmed bestående. Behåll den.',
      en: 'The record has been published, so its IRI is persistent. Keep it.',
    },
  },
  'state-conflict': {
    status: 409,
    title: { sv: 'Posten är i fel läge', en: 'The record is in the wrong state' },
    help: {
      sv: 'Det går inte att göra detta med posten i dess nuvarande läge (utkast, publicerad, tillbakadragen). Läs den igen.',
      en: 'This cannot be done to the record in its present state (draft, published, withdrawn). Read it again.',
    },
  },
  'approval-required': {
    status: 409,
    title: { sv: 'En kollega behöver godkänna', en: 'A colleague has to approve' },
    help: {
      sv: 'Organisationen kräver att två personer ser varje publicering. Spara som utkast och skicka det för godkännande i arbetsytan.',
      en: 'The organisation demands that two people see each publication. Save a draft and submit it for approval in the workspace.',
    },
  },
  'last-administrator': {
    status: 409,
    title: { sv: 'Någon måste vara administratör', en: 'Somebody must be administrator' },
    help: {
      sv: 'Ändringen skulle lämna organisationen eller webbplatsen utan administratör. Ge först någon annan den rollen.',
      en: 'The change would leave the organisation or the site without an administrator. Give somebody else that role first.',
    },
  },
  'still-in-use': {
    status: 409,
    title: { sv: 'Posten används av andra', en: 'Other records use this one' },
    help: {
      sv: 'Andra poster hör till eller hänvisar till den. Ta bort eller ändra dem först.',
      en: 'Other records belong to it or refer to it. Remove or change those first.',
    },
  },
  'idempotency-conflict': {
    status: 409,
    title: { sv: 'Nyckeln är redan använd', en: 'The idempotency key is already used' },
    help: {
      sv: 'Idempotency-Key har inom ett dygn använts till något annat. Skapa en ny nyckel för varje ny begäran.',
      en: 'Within a day the Idempotency-Key has been used for something else. Make a new key for each new request.',
    },
  },
  gone: {
    status: 410,
    title: { sv: 'Det här är tillbakadraget', en: 'This has been withdrawn' },
    help: {
      sv: 'Utgivaren har dragit tillbaka posten. Skälet står i reason när det finns ett. Adressen kommer inte att användas till något annat.',
      en: 'The publisher has withdrawn the record. Why is in reason, when they say. The address will not be used for anything else.',
    },
  },
  'version-conflict': {
    status: 412,
    title: {
      sv: 'Posten har ändrats sedan du läste den',
      en: 'The record has changed since you read it',
    },
    help: {
      sv: 'Läs posten igen, för in din ändring och skicka den med den nya etiketten i If-Match.',
      en: 'Read the record again, redo your change, and send it with the new entity tag in If-Match.',
    },
  },
  'document-too-large': {
    status: 413,
    title: { sv: 'Dokumentet är för stort', en: 'The document is too large' },
    help: {
      sv: 'Dokumentet har fler uttryck, nivåer eller utvecklade tecken än vi tar emot. Dela det.',
      en: 'The document has more statements, levels or expanded characters than we take. Split it.',
    },
  },
  'payload-too-large': {
    status: 413,
    title: { sv: 'Innehållet är för stort', en: 'The content is too large' },
    help: {
      sv: 'Innehållet har fler byte än adressen tar emot; gränsen står i limit. Dela det eller skicka det som en fil.',
      en: 'The content has more bytes than this address takes; the member limit says how many. Split it or send it as a file.',
    },
  },
  'uri-too-long': {
    status: 414,
    title: { sv: 'Adressen är för lång', en: 'The address is too long' },
    help: {
      sv: 'Adressen med sina parametrar är längre än 8 192 tecken. Korta sökningen.',
      en: 'The address with its parameters is longer than 8,192 characters. Shorten the query.',
    },
  },
  'unsupported-media-type': {
    status: 415,
    title: {
      sv: 'Innehållets format kan inte tas emot',
      en: 'The format of the content cannot be taken',
    },
    help: {
      sv: 'Ange ett av de format som fältet accepted räknar upp i Content-Type (eller Content-Encoding).',
      en: 'Name one of the formats listed in the member accepted in Content-Type (or Content-Encoding).',
    },
  },
  'invalid-record': {
    status: 422,
    title: { sv: 'Beskrivningen är inte giltig', en: 'The description is not valid' },
    help: {
      sv: 'Beskrivningen bryter mot profilen. Varje fel står i errors med regel och plats; rätta dem och skicka igen.',
      en: 'The description breaks the profile. Each fault is in errors with its rule and place; correct them and send again.',
    },
  },
  'declaration-required': {
    status: 422,
    title: { sv: 'Intyget om offentlighet saknas', en: 'The declaration is missing' },
    help: {
      sv: 'Skicka declaration med classifiedBy, classifiedOn och ground när du publicerar: vem som har klassat informationen, när och på vilken grund den är offentlig.',
      en: 'Send declaration with classifiedBy, classifiedOn and ground when you publish: who classified the information, when, and on what ground it is public.',
    },
  },
  'precondition-required': {
    status: 428,
    title: { sv: 'Säg vilken version du ändrar', en: 'Say which version you are changing' },
    help: {
      sv: 'Skicka postens ETag i If-Match, så att ingen annans ändring skrivs över. Läs posten först.',
      en: "Send the record's ETag in If-Match, so that nobody else's change is overwritten. Read the record first.",
    },
  },
  'cross-site': {
    status: 403,
    title: { sv: 'Formuläret kom inte från oss', en: 'The form did not come from us' },
    help: {
      sv: 'Av säkerhetsskäl tas ändringar bara emot från sidor som du själv har öppnat här. Gå tillbaka, ladda om sidan och försök igen.',
      en: 'For safety, changes are only taken from pages that you have opened here yourself. Go back, reload the page and try again.',
    },
  },
  'too-many-requests': {
    status: 429,
    title: { sv: 'För många anrop', en: 'Too many requests' },
    help: {
      sv: 'Vänta så många sekunder som Retry-After säger. RateLimit-Policy säger hur mycket som är lagom.',
      en: 'Wait for as many seconds as Retry-After says. RateLimit-Policy says how much is allowed.',
    },
  },
  'internal-error': {
    status: 500,
    title: { sv: 'Något gick fel hos oss', en: 'Something went wrong on our side' },
    help: {
      sv: 'Felet är loggat. Försök igen om en stund, och ange begärans X-Request-ID om du hör av dig.',
      en: 'The fault has been logged. Try again in a while, and give the X-Request-ID of the reply if you contact us.',
    },
  },
  busy: {
    status: 503,
    title: { sv: 'Det är mycket att göra just nu', en: 'There is too much to do right now' },
    help: {
      sv: 'Vänta så många sekunder som Retry-After säger och försök igen.',
      en: 'Wait for as many seconds as Retry-After says and try again.',
    },
  },
  'service-unavailable': {
    status: 503,
    title: { sv: 'Tjänsten svarar inte just nu', en: 'The service cannot answer right now' },
    help: {
      sv: 'En del av tjänsten startar om eller är nere. Vänta så många sekunder som Retry-After säger.',
      en: 'A part of the service is restarting or down. Wait for as many seconds as Retry-After says.',
    },
  },
  'search-unavailable': {
    status: 503,
    title: { sv: 'Sökningen svarar inte just nu', en: 'Search does not answer right now' },
    help: {
      sv: 'Allt annat fungerar: datamängder, organisationer och kataloger finns på sina adresser som vanligt. Försök igen om en stund.',
      en: 'Everything else works: datasets, organisations and catalogues are at their addresses as usual. Try again in a while.',
    },
  },
  'storage-full': {
    status: 507,
    title: { sv: 'Lagringsutrymmet är slut', en: 'There is no storage left' },
    help: {
      sv: 'Inget har ändrats. Försök igen när driften har gett mer utrymme.',
      en: 'Nothing has been changed. Try again when the operator has made room.',
    },
  },
};

/** Whether the text is one of our codes. */
export function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}
