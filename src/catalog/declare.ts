import type { Actor } from '../kernel/actor.ts';
import { day } from '../kernel/day.ts';
import { CatalogError } from '../kernel/errors.ts';
import type { Issue, Localized } from '../kernel/issue.ts';
import type { PublishingRules } from './publishing-rules.ts';
import { signatureOf } from './signature.ts';
import type { Declaration } from './working-copy.ts';

/**
 * The owner's declaration that the information is public and not secret, as somebody says it. Tryckfrihetsförordningen 2 kap.
 * on official documents; offentlighets- och sekretesslagen (2009:400); öppna datalagen (2022:818) 2 kap.
 */
export type DeclarationWords = Pick<Declaration, 'classifiedBy' | 'classifiedOn' | 'ground'>;

/** Characters. */
const longest = { classifiedBy: 200, ground: 1000 } as const;

/**
 * Signs the words.
 * @throws CatalogError `declaration-required` with an issue for each word that is missing or cannot be.
 */
export function declare(
  words: Partial<DeclarationWords>,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Declaration {
  const classifiedBy = (words.classifiedBy ?? '').trim();
  const classifiedOn = (words.classifiedOn ?? '').trim();
  const ground = (words.ground ?? '').trim();
  const issues = [
    ...missing('classifiedBy', classifiedBy, {
      sv: 'Ange vem som har klassat informationen, som en roll eller enhet: till exempel ”informationsägare, tekniska förvaltningen”.',
      en: 'Say who classified the information, as a role or a unit: for example “information owner, technical department”.',
    }),
    ...dateIssues(classifiedOn, now),
    ...missing('ground', ground, {
      sv: 'Ange på vilken grund informationen är offentlig.',
      en: 'Say on what ground the information is public.',
    }),
  ];
  if (issues.length > 0) throw declarationRequired(issues);
  return {
    classifiedBy,
    classifiedOn,
    ground,
    declaredBy: signatureOf(actor),
    declaredAt: now.toISOString(),
  };
}

/** The refusal when the owner's word is missing. */
export function declarationRequired(issues: readonly Issue[] = []): CatalogError {
  return new CatalogError(
    'declaration-required',
    {
      sv: 'För att publicera behöver du intyga att informationen är offentlig: vem som har klassat den, när och på vilken grund.',
      en: 'To publish you need to declare that the information is public: who classified it, when and on what ground.',
    },
    { issues },
  );
}

/** What a form begins with: what was said of this record last, else what the organisation usually says. */
export function usualWords(
  last: Declaration | undefined,
  rules: PublishingRules,
): Partial<DeclarationWords> {
  if (last !== undefined) {
    const { classifiedBy, classifiedOn, ground } = last;
    return { classifiedBy, classifiedOn, ground };
  }
  return {
    ...(rules.classifiedBy === null ? {} : { classifiedBy: rules.classifiedBy }),
    ...(rules.ground === null ? {} : { ground: rules.ground }),
  };
}

function missing(
  field: 'classifiedBy' | 'ground',
  text: string,
  message: Localized,
): readonly Issue[] {
  if (text === '') return [issue(field, message)];
  if (text.length <= longest[field]) return [];
  return [
    issue(field, {
      sv: `Skriv högst ${longest[field]} tecken.`,
      en: `Write at most ${longest[field]} characters.`,
    }),
  ];
}

function dateIssues(date: string, now: Date): readonly Issue[] {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date) || !isDay(date)) {
    return [
      issue('classifiedOn', {
        sv: 'Ange dagen då informationen klassades, till exempel 2026-11-23.',
        en: 'Give the day when the information was classified, for example 2026-11-23.',
      }),
    ];
  }
  // A day ahead for those east of Greenwich who have begun it.
  if (Date.parse(date) <= now.getTime() + day) return [];
  return [
    issue('classifiedOn', {
      sv: 'Dagen då informationen klassades kan inte ligga framåt i tiden.',
      en: 'The day when the information was classified cannot lie ahead.',
    }),
  ];
}

function isDay(date: string): boolean {
  const time = Date.parse(`${date}T00:00:00Z`);
  return Number.isFinite(time) && new Date(time).toISOString().startsWith(date);
}

function issue(field: keyof DeclarationWords, message: Localized): Issue {
  return {
    rule: 'declaration',
    level: 'error',
    blocks: 'publishing',
    pointer: `/declaration/${field}`,
    message,
  };
}
