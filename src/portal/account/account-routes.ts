import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { passkeyRoutes } from './passkey-routes.ts';
import { proveRoutes } from './prove-page.tsx';
import { providerRoutes } from './provider-routes.tsx';
import { registerRoutes } from './register-page.tsx';
import { resetRoutes } from './reset-page.tsx';
import { secondFactorRoutes } from './second-factor-page.tsx';
import { signInRoutes } from './sign-in-page.tsx';

/** Coming in and going out, and one's own account. */
export function accountRoutes(services: Services): readonly Route[] {
  return [
    ...signInRoutes(services),
    ...secondFactorRoutes(services),
    ...providerRoutes(services),
    ...passkeyRoutes(services),
    ...registerRoutes(services),
    ...resetRoutes(services),
    ...proveRoutes(services),
  ];
}
