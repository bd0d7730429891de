import { isWebAddress } from '../kernel/iri.ts';
import { isSafeServer } from './safe-server.ts';

/** What access tokens of another issuer must hold to be believed here, and which claims say what they may do. RFC 9068, RFC 8725. */
export interface JwtSettings {
  /** The token's `iss`, byte for byte. */
  readonly issuer: string;
  /** What must be among the token's `aud`. */
  readonly audience: string;
  /** Where the issuer shows its keys: the only place that keys come from. */
  readonly jwksUrl: string;
  /** The algorithms that are believed; never `none`, never one with a shared secret. */
  readonly algorithms: readonly string[];
  /** `typ` of the token's header: `at+jwt` (RFC 9068 §2.1), `JWT` with issuers that know no better. */
  readonly type: string;
  /** Claims without which a token is refused, beside `sub`, `exp` and `iat`. */
  readonly requiredClaims: readonly string[];
  /** The claim that names the role, or the roles as a list. */
  readonly roleClaim: string;
  /** The claim that names the organisation, or several as a list. */
  readonly organizationClaim: string;
  /** How old a token may be, in seconds since `iat`, whatever its `exp` says. */
  readonly maxAge: number;
}

/** Signatures by a key pair that `jose` knows and that are not on their way out. RFC 8725 §3.1. */
const trusted = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'EdDSA',
  'Ed25519',
];

/** Each setting with its meaning, for README.md. */
export const jwtSettings = [
  {
    name: 'DATATORGET_JWT_ISSUER',
    default: '',
    meaning:
      'Issuer whose access tokens (JWT) the API also takes, as its `iss`; without it only tokens made here',
  },
  {
    name: 'DATATORGET_JWT_AUDIENCE',
    default: '',
    meaning: 'What `aud` of such a token must name; needed with the issuer',
  },
  {
    name: 'DATATORGET_JWT_JWKS_URL',
    default: '',
    meaning: "Where that issuer's keys are fetched from (JWKS); needed with the issuer",
  },
  {
    name: 'DATATORGET_JWT_ALGORITHMS',
    default: 'RS256,PS256,ES256,EdDSA,Ed25519',
    meaning: 'Signature algorithms that are taken',
  },
  {
    name: 'DATATORGET_JWT_TYPE',
    default: 'at+jwt',
    meaning: '`typ` of the token; `JWT` for issuers that do not follow RFC 9068',
  },
  {
    name: 'DATATORGET_JWT_REQUIRED_CLAIMS',
    default: '',
    meaning: 'Claims that must be there beside `sub`, `exp` and `iat`, such as `client_id,jti`',
  },
  {
    name: 'DATATORGET_JWT_ROLE_CLAIM',
    default: 'role',
    meaning:
      'Claim with `operator`, `administrator`, `editor` or `reader`, or a list of them; without one the token may only read what is public',
  },
  {
    name: 'DATATORGET_JWT_ORGANIZATION_CLAIM',
    default: 'organization',
    meaning:
      'Claim with the organisation that the role holds in, or a list of them: its name in addresses, its organisation number or its IRI',
  },
  {
    name: 'DATATORGET_JWT_MAX_AGE',
    default: '3600',
    meaning: 'Seconds since `iat` after which a token is refused whatever its `exp` says',
  },
] as const;

/**
 * Reads the settings of outside access tokens; undefined when no issuer is set. Faults are told, each with its cure.
 */
export function readJwtSettings(
  env: Readonly<Record<string, string | undefined>>,
  tell: (fault: string) => void,
): JwtSettings | undefined {
  const issuer = env.DATATORGET_JWT_ISSUER;
  if (issuer === undefined) {
    for (const { name } of jwtSettings) {
      if (env[name] !== undefined) tell(`${name} needs DATATORGET_JWT_ISSUER: whose tokens.`);
    }
    return undefined;
  }
  if (!isWebAddress(issuer)) tell('DATATORGET_JWT_ISSUER must be an https address.');
  const audience = env.DATATORGET_JWT_AUDIENCE;
  if (audience === undefined) {
    tell('DATATORGET_JWT_AUDIENCE is missing: what the issuer calls this site in aud.');
  }
  const jwksUrl = env.DATATORGET_JWT_JWKS_URL;
  if (jwksUrl === undefined || !isSafeServer(jwksUrl)) {
    tell("DATATORGET_JWT_JWKS_URL must be the https address of the issuer's keys.");
  }
  const algorithms = list(env.DATATORGET_JWT_ALGORITHMS) ?? [
    'RS256',
    'PS256',
    'ES256',
    'EdDSA',
    'Ed25519',
  ];
  const unknown = algorithms.filter((name) => !trusted.includes(name));
  if (unknown.length > 0 || algorithms.length === 0) {
    tell(`DATATORGET_JWT_ALGORITHMS may name ${trusted.join(', ')}.`);
  }
  const maxAge = Number(env.DATATORGET_JWT_MAX_AGE ?? '3600');
  if (!(Number.isInteger(maxAge) && maxAge >= 60 && maxAge <= 86_400)) {
    tell('DATATORGET_JWT_MAX_AGE must be a whole number of seconds from 60 to 86400.');
  }
  return {
    issuer,
    audience: audience ?? '',
    jwksUrl: jwksUrl ?? '',
    algorithms,
    type: env.DATATORGET_JWT_TYPE ?? 'at+jwt',
    requiredClaims: list(env.DATATORGET_JWT_REQUIRED_CLAIMS) ?? [],
    roleClaim: env.DATATORGET_JWT_ROLE_CLAIM ?? 'role',
    organizationClaim: env.DATATORGET_JWT_ORGANIZATION_CLAIM ?? 'organization',
    maxAge,
  };
}

function list(text: string | undefined): readonly string[] | undefined {
  return text?.split(',').flatMap((part) => (part.trim() === '' ? [] : part.trim()));
}
