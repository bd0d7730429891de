import { isWebAddress } from '../../kernel/iri.ts';
import type { MemberRole } from '../person.ts';
import { isSafeServer } from '../safe-server.ts';

/** A provider of OpenID Connect that people may sign in with. docs/sign-in.md has settings ready for Inera, Freja and Entra ID. */
export interface OidcSettings {
  /** Its name in the settings and in our addresses: `inera`. */
  readonly name: string;
  /** What the button says. */
  readonly label: string;
  /** As in the provider's own metadata, byte for byte. OpenID Connect Discovery §4.3. */
  readonly issuer: string;
  readonly clientId: string;
  /** How we prove who we are: a shared secret, or a key of ours (PKCS #8 PEM) whose public half the provider has. */
  readonly clientSecret: string | undefined;
  readonly privateKey: string | undefined;
  readonly privateKeyId: string | undefined;
  readonly scope: string;
  /** `acr_values` to ask for; the answer must then be one of them. Empty: any will do. */
  readonly acr: readonly string[];
  /** The `claims` request parameter as JSON text. OpenID Connect Core §5.5. */
  readonly claims: string | undefined;
  /** Claims without which nobody is let in. */
  readonly required: readonly string[];
  readonly nameClaim: string;
  readonly emailClaim: string;
  /** The claim that must be true for the address of mail to count as proved; `''`: the provider vouches for all it gives. */
  readonly emailVerifiedClaim: string;
  /** The claim with organisation number, name in addresses or IRI, or a fixed name: where new people become members. */
  readonly organizationClaim: string | undefined;
  readonly organization: string | undefined;
  /** What new people become there. Never more than an editor: administrators are made by administrators. */
  readonly role: Exclude<MemberRole, 'administrator'>;
  /** Whether somebody without an account gets one at the first sign-in. */
  readonly createsAccounts: boolean;
  /** Whether its sign-in counts as two factors, so that ours is not asked for. */
  readonly isStrong: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The setting that names the providers, for README.md; each provider's own are listed in docs/sign-in.md. */
export const oidcSettings = [
  {
    name: 'DATATORGET_OIDC_PROVIDERS',
    default: '',
    meaning:
      'Providers of OpenID Connect to sign in with, such as `inera,freja`; each has settings of its own, in [docs/sign-in.md](docs/sign-in.md)',
  },
] as const;

/** What each provider's settings are called, after `DATATORGET_OIDC_<NAME>_`. */
export const providerSettings = [
  'ISSUER',
  'CLIENT_ID',
  'CLIENT_SECRET',
  'PRIVATE_KEY',
  'PRIVATE_KEY_ID',
  'LABEL',
  'SCOPE',
  'ACR',
  'CLAIMS',
  'REQUIRED',
  'NAME_CLAIM',
  'EMAIL_CLAIM',
  'EMAIL_VERIFIED_CLAIM',
  'ORGANIZATION_CLAIM',
  'ORGANIZATION',
  'ROLE',
  'CREATE',
  'STRONG',
] as const;

type ProviderSetting = (typeof providerSettings)[number];

/** The names of all settings that the providers named in the environment may have. */
export function oidcSettingNames(env: Environment): readonly string[] {
  return providerNames(env).flatMap((name) =>
    providerSettings.map((setting) => variable(name, setting)),
  );
}

/** Reads the providers, in the order in which they are to be offered. Faults are told, each with its cure. */
export function readOidcSettings(
  env: Environment,
  tell: (fault: string) => void,
): readonly OidcSettings[] {
  return providerNames(env).map((name) => readProvider(name, env, tell));
}

function readProvider(name: string, env: Environment, tell: (fault: string) => void): OidcSettings {
  const called = (setting: ProviderSetting) => variable(name, setting);
  const read = (setting: ProviderSetting) => env[called(setting)];
  const list = (setting: ProviderSetting, separator: string) =>
    (read(setting) ?? '').split(separator).flatMap((part) => (part.trim() ? [part.trim()] : []));
  const flag = (setting: ProviderSetting, fallback: boolean) => {
    const text = read(setting) ?? String(fallback);
    if (text !== 'true' && text !== 'false') tell(`${called(setting)} must be true or false.`);
    return text === 'true';
  };
  if (!/^[a-z][a-z0-9]{0,30}$/.test(name)) {
    tell(
      `DATATORGET_OIDC_PROVIDERS: ${JSON.stringify(name)} must be small letters and digits only.`,
    );
  }
  const issuer = read('ISSUER') ?? '';
  if (!isSafeServer(issuer) || !isWebAddress(issuer)) {
    tell(`${called('ISSUER')} must be the provider's https address, as its own metadata has it.`);
  }
  const clientId = read('CLIENT_ID') ?? '';
  if (clientId === '') tell(`${called('CLIENT_ID')} is missing: what the provider calls us.`);
  const clientSecret = read('CLIENT_SECRET');
  const privateKey = read('PRIVATE_KEY')?.replaceAll('\\n', '\n');
  if ((clientSecret === undefined) === (privateKey === undefined)) {
    tell(`${name}: set either ${called('CLIENT_SECRET')} or ${called('PRIVATE_KEY')}.`);
  }
  const claims = read('CLAIMS');
  if (claims !== undefined && !isObject(claims)) {
    tell(`${called('CLAIMS')} must be a JSON object, as OpenID Connect Core §5.5 has it.`);
  }
  const role = read('ROLE') ?? 'reader';
  if (role !== 'reader' && role !== 'editor') tell(`${called('ROLE')} must be reader or editor.`);
  const acr = list('ACR', ' ');
  return {
    name,
    label: read('LABEL') ?? name.charAt(0).toUpperCase() + name.slice(1),
    issuer,
    clientId,
    clientSecret,
    privateKey,
    privateKeyId: read('PRIVATE_KEY_ID'),
    scope: read('SCOPE') ?? 'openid email profile',
    acr,
    claims,
    required: list('REQUIRED', ','),
    nameClaim: read('NAME_CLAIM') ?? 'name',
    emailClaim: read('EMAIL_CLAIM') ?? 'email',
    emailVerifiedClaim:
      read('EMAIL_VERIFIED_CLAIM') === 'always'
        ? ''
        : (read('EMAIL_VERIFIED_CLAIM') ?? 'email_verified'),
    organizationClaim: read('ORGANIZATION_CLAIM'),
    organization: read('ORGANIZATION'),
    role: role === 'editor' ? 'editor' : 'reader',
    createsAccounts: flag('CREATE', false),
    isStrong: flag('STRONG', acr.length > 0),
  };
}

function providerNames(env: Environment): readonly string[] {
  const names = (env.DATATORGET_OIDC_PROVIDERS ?? '').split(',').map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))];
}

function variable(name: string, setting: ProviderSetting): string {
  return `DATATORGET_OIDC_${name.toUpperCase()}_${setting}`;
}

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
