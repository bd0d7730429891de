/** By what a person proves who it is, as kept. */

export interface Password {
  readonly person: string;
  /** PHC string: algorithm, parameters, salt and hash. */
  readonly hash: string;
  readonly changed: string;
}

/** Time-based one-time passwords of an app. RFC 6238. */
export interface Totp {
  readonly person: string;
  /** Encrypted; `sealing.ts` opens it. */
  readonly secret: string;
  /** ISO 8601 when a first code proved that the app has it, or null: then it asks nobody for anything. */
  readonly confirmed: string | null;
  /** The newest time step that a code was used of. */
  readonly lastStep: number;
}

/** A WebAuthn credential. */
export interface Passkey {
  readonly id: string;
  readonly person: string;
  /** The authenticator's own id for it, base64url. */
  readonly credential: string;
  /** COSE key, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly transports: readonly string[];
  /** What its owner calls it. */
  readonly name: string;
  readonly created: string;
  readonly used: string | null;
}

/** Who the person is at a provider of OpenID Connect: issuer and subject, never the address of mail. */
export interface Identity {
  readonly id: string;
  readonly person: string;
  /** The provider's name in the settings. */
  readonly provider: string;
  readonly issuer: string;
  readonly subject: string;
  readonly created: string;
  readonly used: string | null;
}
