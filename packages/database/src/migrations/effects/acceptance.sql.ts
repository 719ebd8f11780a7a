/** Whoever accepts an invitation has no trail of their own yet: the effect writes the line where they come in, after the membership is made. */
export const acceptanceEffects: readonly string[] = [
  `create function app.trace_acceptance() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare traced int; begin
  insert into app.audit (school_id, id, actor_id, act, object_id, at)
    select m.school_id, gen_random_uuid(), new.account_id, 'MEMBER_JOINED', m.id, new.at
    from app.invitation i join app.membership m on m.school_id = i.school_id and m.account_id = new.account_id where i.id = new.invitation_id;
  get diagnostics traced = row_count;
  if traced = 1 then return null; end if;
  insert into app.audit_person (id, principal_id, hat, act, object_id, at)
    select gen_random_uuid(), new.account_id, 'consortium', 'ADMINISTRATOR_JOINED', r.id, new.at
    from app.consortium_invitation i join app.consortium_right r on r.account_id = new.account_id where i.id = new.invitation_id;
  get diagnostics traced = row_count;
  if traced <> 1 then raise exception using errcode = 'AD001', message = 'acceptance left no trace'; end if;
  return null;
end $$`,
  `comment on function app.trace_acceptance() is 'audited: an acceptance leaves its line in the trail of the school or the consortium, in the name of who accepts'`,
  // By name after `makes_member`, which makes what this names.
  'create trigger traces_acceptance after insert on app.invitation_acceptance for each row execute function app.trace_acceptance()',
];

/** What `ownedByEffect` hands over. */
export const acceptanceSignatures: readonly string[] = ['trace_acceptance()'];
