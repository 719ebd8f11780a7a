/** The pending invitations of one team to whoever it takes something from: at every address they have, had, or accepted a link at. */
const ending = (name: string, { table, of }: { table: string; of: string }) =>
  `create or replace function app.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.${table} i set ended_at = app.clock()
   where ${of} i.accepted_at is null and i.ended_at is null and i.email in (
     select unnest(p.former_emails || p.email) from app.person p where p.account_id = new.account_id
     union all select f.email from app.invitation_acceptance a join app.${table} f on f.id = a.invitation_id where a.account_id = new.account_id);
  return null;
end $$`;

/**
 * As `removal.sql.ts` made them first; but a link may wait at an address that the person had in between, and whoever still reads that mailbox
 * would come back by it.
 */
export const endedAtFormerAddresses: readonly string[] = [
  ending('end_invitations', { table: 'invitation', of: 'i.school_id = new.school_id and' }),
  ending('end_consortium_invitations', { table: 'consortium_invitation', of: '' }),
];
