import { type BegunSession, deviceLife, type Visitor } from '../../accounts/begin-session.ts';
import { type SignInOutcome, signOut } from '../../accounts/sign-in.ts';
import { type BrowserCookie, browserCookie } from '../../http/browser-cookie.ts';
import type { Context } from '../../http/context.ts';
import { ownPath } from '../../http/own-path.ts';
import { seeOther } from '../../http/see-other.ts';
import type { Services } from '../../http/services.ts';
import { setSessionCookie } from '../../http/session.ts';

/** Coming in and going out by a browser: what it is given to keep, and where it goes on to. */
export interface Door {
  /** The browser that asks. */
  visitor(ctx: Context): Visitor;
  /** The path of ours that the address or a form names to go on to. */
  next(text: string | undefined): string;
  /** Lets somebody in, in place of whoever was in before (ASVS 5.0 §7.2.4), and goes on to the path. */
  enter(ctx: Context, begun: BegunSession, next: string): Promise<void>;
  /** As `enter`, by way of the second factor where it is asked for. @returns whether it went on. */
  proceed(ctx: Context, outcome: SignInOutcome, next: string): Promise<boolean>;
  /** Between password and code, at a provider, and between a provider and an account. */
  readonly second: BrowserCookie;
  readonly attempt: BrowserCookie;
  readonly pending: BrowserCookie;
}

/** Where people go who have not said where to. */
const home = '/workspace';

/** The door of the site at this base. */
export function openDoor({ accounts, context: { base } }: Services): Door {
  const device = browserCookie(base, 'device', deviceLife * 86_400);
  const second = browserCookie(base, 'second', 600);
  const self: Door = {
    second,
    attempt: browserCookie(base, 'attempt', 600),
    pending: browserCookie(base, 'pending', 1800),
    visitor: (ctx) => ({
      address: ctx.state.address,
      request: ctx.state.id,
      agent: ctx.get('User-Agent'),
      device: device.read(ctx),
    }),
    next: (text) => {
      const path = ownPath(text, base, home);
      return /^\/sign-(?:in|out)\b/.test(path) ? home : path;
    },
    async enter(ctx, begun, next) {
      const { signedIn } = ctx.state;
      if (signedIn !== undefined) await signOut(accounts, signedIn);
      setSessionCookie(ctx, base, begun.secret);
      device.write(ctx, begun.device);
      seeOther(ctx, next);
    },
    async proceed(ctx, outcome, next) {
      if (outcome.step === 'done') {
        await self.enter(ctx, outcome, next);
        return true;
      }
      if (outcome.step !== 'second-factor') return false;
      second.write(ctx, outcome.secret);
      seeOther(ctx, withNext('/sign-in/code', next));
      return true;
    },
  };
  return self;
}

/** The address with where to go on to. */
export function withNext(path: string, next: string): string {
  return next === home ? path : `${path}?next=${encodeURIComponent(next)}`;
}
