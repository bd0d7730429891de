import { hash } from 'node:crypto';
import type { Accounts } from '../accounts/accounts.ts';
import { titleOf } from '../catalog/title-of.ts';
import { newLinkSecret } from '../kernel/link-secret.ts';
import { post } from '../mail/letter.ts';
import type { OrganizationPeople } from './onboarding-context.ts';

/** Days that an invitation stands. */
const days = 14;

/** Invites somebody to be an organisation's administrator. An invitation that stands already is replaced. */
export function inviteAdministrator({
  store,
  now,
  newId,
  base,
  title,
}: Pick<Accounts, 'store' | 'now' | 'newId' | 'base' | 'title'>): OrganizationPeople['invite'] {
  return async ({ actor, organization, email, language }) => {
    const secret = newLinkSecret();
    const time = now();
    const emailKey = email.normalize('NFKC').toLowerCase();
    const name = titleOf(organization.content, language) ?? organization.name;
    const say = words[language];
    await store.transact(async (tx) => {
      await tx.lock();
      for (const one of await tx.listInvitations(organization.id))
        if (one.emailKey === emailKey) await tx.removeInvitation(one.id);
      const id = newId();
      await tx.addInvitation({
        id,
        hash: hash('sha256', secret),
        organization: organization.id,
        email,
        emailKey,
        role: 'administrator',
        invitedBy: actor.kind === 'anonymous' ? '' : actor.id,
        created: time.toISOString(),
        expires: new Date(time.getTime() + days * 86_400_000).toISOString(),
      });
      await tx.audit({
        at: time.toISOString(),
        actor,
        organization: organization.id,
        action: 'member-invited',
        object: { kind: 'person', id, name: email },
        after: { role: 'administrator' },
      });
      await post(tx, {
        to: email,
        language,
        subject: say.subject(name, title),
        parts: [
          { kind: 'text', text: say.text(name, title) },
          { kind: 'action', label: say.accept, href: `${base}/invitations/${secret}` },
          { kind: 'text', text: say.until(days) },
        ],
      });
    });
  };
}

const words = {
  sv: {
    subject: (name: string, site: string) =>
      `Inbjudan att vara administratör för ${name} på ${site}`,
    text: (name: string, site: string) =>
      `Du är inbjuden att vara administratör för ${name} på ${site}. Som administratör bjuder du in kollegor och publicerar era data.`,
    accept: 'Ta emot inbjudan',
    until: (count: number) => `Inbjudan gäller i ${count} dagar och är bara till för dig.`,
  },
  en: {
    subject: (name: string, site: string) => `Invitation to administer ${name} on ${site}`,
    text: (name: string, site: string) =>
      `You are invited to administer ${name} on ${site}. As administrator you invite colleagues and publish your data.`,
    accept: 'Accept the invitation',
    until: (count: number) => `The invitation stands for ${count} days and is for you alone.`,
  },
};
