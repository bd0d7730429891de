import type { Route } from '../../http/route.ts';
import type { Services } from '../../http/services.ts';
import { membersRoutes } from '../members/members-page.tsx';
import { tokensRoutes } from '../members/tokens-page.tsx';
import { invitationRoutes } from './invitation-page.tsx';
import { ownOrganizationsRoutes } from './organizations-page.tsx';
import { passkeyRoutes } from './passkey-routes.ts';
import { profileRoutes } from './profile-page.tsx';
import { proveRoutes } from './prove-page.tsx';
import { providerRoutes } from './provider-routes.tsx';
import { registerRoutes } from './register-page.tsx';
import { resetRoutes } from './reset-page.tsx';
import { resumeRoutes } from './resume-page.tsx';
import { secondFactorRoutes } from './second-factor-page.tsx';
import { securityRoutes } from './security-routes.tsx';
import { signInRoutes } from './sign-in-page.tsx';

/** Coming in and going out, one's own account, and the people and tokens of an organisation. */
export function accountRoutes(services: Services): readonly Route[] {
  return [
    ...signInRoutes(services),
    ...secondFactorRoutes(services),
    ...resumeRoutes(services),
    ...providerRoutes(services),
    ...passkeyRoutes(services),
    ...registerRoutes(services),
    ...resetRoutes(services),
    ...proveRoutes(services),
    ...invitationRoutes(services),
    ...profileRoutes(services),
    ...securityRoutes(services),
    ...ownOrganizationsRoutes(services),
    ...membersRoutes(services),
    ...tokensRoutes(services),
  ];
}
