/** The pending invitations of one team to the addresses of whoever it takes something from: the verified one, and those of links they accepted. */
const ending = (name: string, { table, of }: { table: string; of: string }) => [
  `create function app.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  update app.${table} i set ended_at = app.clock()
   where ${of} i.accepted_at is null and i.ended_at is null and i.email in (
     select p.email from app.person p where p.account_id = new.account_id
     union all select f.email from app.invitation_acceptance a join app.${table} f on f.id = a.invitation_id where a.account_id = new.account_id);
  return null;
end $$`,
  `comment on function app.${name}() is 'audited: whoever is removed or set to something else does not come back by a link that was waiting, under whatever account'`,
];

/** Who acts as the consortium; a setting of the transaction like the others, and null to whoever holds the right and acts as somebody else. */
export const actingAdministrator: readonly string[] = [
  `create function app.acting_administrator() returns uuid language sql stable parallel safe
     return case when app.sealed() and current_setting('role') = 'app_platform' then app.principal() end`,
  'revoke execute on function app.acting_administrator() from public',
  'grant execute on function app.acting_administrator() to app_effect',
];

/**
 * The refusal of an invitation overtaken by a removal looks at the account that shows it; another account of the same address, opened once
 * the first has moved on, would pass. So the links end with what they would give back, in the same transaction. An acceptance changes a
 * membership too, and ends nothing: nobody acts for a school there, and its rows are hidden from the effect.
 */
export const removalEffects: readonly string[] = [
  ...ending('end_invitations', { table: 'invitation', of: 'i.school_id = new.school_id and' }),
  ...ending('end_consortium_invitations', { table: 'consortium_invitation', of: '' }),
  `create trigger ends_invitations after update on app.membership for each row
     when ((old.functions, old.ended_at) is distinct from (new.functions, new.ended_at)) execute function app.end_invitations()`,
  `create trigger ends_invitations after update on app.consortium_right for each row
     when (old.ended_at is null and new.ended_at is not null) execute function app.end_consortium_invitations()`,
];

/** What `ownedByEffect` hands over. */
export const removalSignatures: readonly string[] = ['end_invitations()', 'end_consortium_invitations()'];
