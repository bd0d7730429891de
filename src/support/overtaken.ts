import { CatalogError } from '../kernel/errors.ts';

/** The refusal to save over what somebody else has saved since the form was opened: `version-conflict`. */
export function overtaken(): CatalogError {
  return new CatalogError('version-conflict', {
    sv: 'Någon annan har sparat under tiden. Det du skrev står kvar: jämför med det som gäller nu, och spara igen om ditt ska gälla.',
    en: 'Somebody else has saved meanwhile. What you wrote is still here: compare with what holds now, and save again if yours is to hold.',
  });
}
