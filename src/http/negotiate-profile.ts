import type { Context } from './context.ts';
import { HttpProblem } from './http-problem.ts';
import { qualityOf } from './language.ts';
import { appendLink } from './link.ts';
import { vary } from './vary.ts';

/** How metadata is written: the Swedish profile, or the European one that it is a profile of. */
export type ProfileName = 'se' | 'eu';

/** The IRIs by which `Accept-Profile` asks for them. */
export const profileIris: Readonly<Record<ProfileName, string>> = {
  se: 'https://docs.dataportal.se/dcat/3.0.1/sv/',
  eu: 'http://data.europa.eu/r5r/',
};

const names = Object.keys(profileIris) as readonly ProfileName[];

/**
 * Chooses the profile: by `?profile=`, else by `Accept-Profile`, else the Swedish one; says which in `Content-Profile` and in a
 * link. W3C Content Negotiation by Profile §7.1, §7.2.
 * @throws HttpProblem `not-acceptable`, with the profiles there are.
 */
export function negotiateProfile(ctx: Context): ProfileName {
  const chosen = choose(ctx);
  const iri = profileIris[chosen];
  ctx.set('Content-Profile', `<${iri}>`);
  appendLink(ctx, iri, { rel: 'profile' });
  return chosen;
}

function choose(ctx: Context): ProfileName {
  const asked = ctx.state.query.text('profile');
  if (asked !== undefined) {
    const named = names.find((name) => name === asked || profileIris[name] === asked);
    if (named === undefined) throw noSuchProfile();
    return named;
  }
  vary(ctx, 'Accept-Profile');
  const header = ctx.get('Accept-Profile');
  if (header === '') return 'se';
  let best: ProfileName | undefined;
  let bestQuality = 0;
  for (const match of header.matchAll(/<([^<>]*)>([^,]*)/g)) {
    const quality = qualityOf((match[2] ?? '').split(';'));
    const named = names.find((name) => profileIris[name] === match[1]);
    if (named !== undefined && quality > bestQuality) {
      best = named;
      bestQuality = quality;
    }
  }
  if (best === undefined) throw noSuchProfile();
  return best;
}

function noSuchProfile(): HttpProblem {
  const list = names.map((name) => `${name} (${profileIris[name]})`).join(', ');
  return new HttpProblem(
    'not-acceptable',
    { sv: `Profilerna är ${list}.`, en: `The profiles are ${list}.` },
    { members: { available: names.map((name) => profileIris[name]) } },
  );
}
