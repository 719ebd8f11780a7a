/** An accepted invitation, as `effects.sql.ts` made it first; but for the name, which is that of the newest invitation, whoever was here before. */
export const acceptedByName = `create or replace function app.accept_invitation() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ declare moved int; school app.invitation; consortium app.consortium_invitation; begin
  update app.invitation i set accepted_at = app.clock()
   where i.id = new.invitation_id and i.accepted_at is null and i.ended_at is null and i.expires_at > app.clock()
     and i.email = (select p.email from app.person p where p.account_id = new.account_id) returning * into school;
  get diagnostics moved = row_count;
  if moved = 1 then
    insert into app.membership as m (school_id, id, account_id, display_name, functions, version)
      values (school.school_id, gen_random_uuid(), new.account_id, school.display_name, school.functions, 1)
      on conflict (school_id, account_id) do update set ended_at = null, version = m.version + 1, display_name = excluded.display_name,
        functions = case when m.ended_at is null then array(select distinct unnest(m.functions || excluded.functions)) else excluded.functions end;
    return null;
  end if;
  update app.consortium_invitation i set accepted_at = app.clock()
   where i.id = new.invitation_id and i.accepted_at is null and i.ended_at is null and i.expires_at > app.clock()
     and i.email = (select p.email from app.person p where p.account_id = new.account_id) returning * into consortium;
  get diagnostics moved = row_count;
  if moved <> 1 then raise exception using errcode = 'AD001', message = 'acceptance found no invitation'; end if;
  insert into app.consortium_right as r (id, account_id, display_name) values (gen_random_uuid(), new.account_id, consortium.display_name)
    on conflict (account_id) do update set ended_at = null, display_name = excluded.display_name;
  return null;
end $$`;
