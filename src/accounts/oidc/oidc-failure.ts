import { AuthorizationResponseError, ClientError, ResponseBodyError } from 'openid-client';

/**
 * Why somebody could not sign in with a provider, as far as it can be told them:
 * `stale` the attempt is unknown, used up, too old or another browser's; `refused` the provider or the person said no;
 * `down` the provider does not answer; `invalid` it answers what may not be believed.
 */
export type OidcFailure = 'stale' | 'refused' | 'down' | 'invalid';

const unreachable: ReadonlySet<string> = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_PARSE_ERROR',
]);

/** What kind of failure an error of openid-client is. What we do not know is not believed. */
export function oidcFailure(error: unknown): OidcFailure {
  if (error instanceof AuthorizationResponseError) {
    return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'down' : 'refused';
  }
  // The code has been used, is too old, or was another's: RFC 6749 §5.2.
  if (error instanceof ResponseBodyError) {
    return error.error === 'invalid_grant' ? 'stale' : error.status >= 500 ? 'down' : 'invalid';
  }
  if (error instanceof ClientError) {
    return unreachable.has(error.code ?? '') ? 'down' : 'invalid';
  }
  // How fetch says that it got no answer.
  return error instanceof TypeError && error.message === 'fetch failed' ? 'down' : 'invalid';
}
