import { CatalogError } from '../../kernel/errors.ts';
import type { Localized } from '../../kernel/issue.ts';

/**
 * Somebody else's save in between, as something to be shown: what was typed is not lost by it.
 * @throws the error, when it is anything else.
 */
export function whenOvertaken(error: unknown): { readonly overtaken: Localized } {
  if (error instanceof CatalogError && error.code === 'version-conflict') {
    return { overtaken: error.detail };
  }
  throw error;
}
