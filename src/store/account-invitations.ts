import type { Kysely } from 'kysely';
import type { AccountReader, AccountTransaction } from '../accounts/account-store.ts';
import type { MemberRole } from '../accounts/person.ts';
import type { Run } from './database.ts';
import type { Tables } from './tables.ts';
import { template, text } from './template.ts';

/** What can be asked and done about invitations. */
export type InvitationWork = Pick<AccountReader, 'findInvitation' | 'listInvitations'> &
  Pick<AccountTransaction, 'addInvitation' | 'removeInvitation' | 'removeInvitationsTo'>;

/** Compiles the statements on invitations once. */
export function accountInvitations(db: Kysely<Tables>): (run: Run) => InvitationWork {
  const invitations = () =>
    db
      .selectFrom('invitation')
      .select(['id', 'hash', 'organization_id as organization', 'email', 'email_key as emailKey'])
      .select(['role', 'invited_by as invitedBy', 'created', 'expires']);
  const byHash = template({ hash: text() }, ({ hash }) => invitations().where('hash', '=', hash));
  const ofOrganization = template({ organization: text() }, ({ organization }) =>
    invitations().where('organization_id', '=', organization).orderBy('id'),
  );
  const insert = template(
    {
      id: text(),
      hash: text(),
      organization: text(),
      email: text(),
      emailKey: text(),
      role: text<MemberRole>(),
      invitedBy: text(),
      created: text(),
      expires: text(),
    },
    ({ organization, emailKey, invitedBy, ...same }) =>
      db.insertInto('invitation').values({
        ...same,
        organization_id: organization,
        email_key: emailKey,
        invited_by: invitedBy,
      }),
  );
  const remove = template({ id: text() }, ({ id }) =>
    db.deleteFrom('invitation').where('id', '=', id),
  );
  const removeTo = template({ emailKey: text() }, ({ emailKey }) =>
    db.deleteFrom('invitation').where('email_key', '=', emailKey),
  );

  return (run) => ({
    async removeInvitationsTo(emailKey) {
      await run(removeTo({ emailKey }));
    },
    async findInvitation(hash) {
      const [row] = (await run(byHash({ hash }))).rows;
      return row && { ...row };
    },
    async listInvitations(organization) {
      return (await run(ofOrganization({ organization }))).rows.map((row) => ({ ...row }));
    },
    async addInvitation(invitation) {
      await run(insert(invitation));
    },
    async removeInvitation(id) {
      return (await run(remove({ id }))).numAffectedRows === 1n;
    },
  });
}
