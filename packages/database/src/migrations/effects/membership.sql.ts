/**
 * Somebody must be left to invite the next. Invoker's rights suffice: whoever takes a right away reads every one beside it. Two who take
 * each other's at once are put in a row by the lock; what the first did is seen by the second only where each statement reads anew, so
 * any other isolation is refused.
 */
const keeper = (name: string, { lock, left, word }: { lock: string; left: string; word: string }) =>
  `create function app.${name}() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception using errcode = '25001', message = 'rights are taken away under read committed only'; end if;
  perform pg_advisory_xact_lock(hashtextextended(${lock}, 0));
  if not exists (${left}) then raise exception using errcode = 'AD002', message = '${word}'; end if;
  return null;
end $$`;

const keepAdmin = keeper('keep_admin', {
  lock: `'membership ' || old.school_id`,
  left: `select from app.membership m where m.school_id = old.school_id and m.ended_at is null and m.functions @> array['ADMIN']`,
  word: 'a school keeps at least one administrator',
});

const keepConsortiumAdmin = keeper('keep_consortium_admin', {
  lock: `'consortium_right'`,
  left: 'select from app.consortium_right r where r.ended_at is null',
  word: 'the consortium keeps at least one administrator',
});

const wasAdmin = `old.ended_at is null and old.functions @> array['ADMIN']`;

const dateChange = `create function app.date_membership_change() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  new.changed_at := app.clock();
  return new;
end $$`;

const refuseOvertaken = `create function app.refuse_overtaken_invitation() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  if exists (select from app.invitation i join app.membership m on m.school_id = i.school_id
      where i.id = new.invitation_id and m.account_id = new.account_id and m.changed_at > i.at) then
    raise exception using errcode = 'AD001', message = 'the invitation was sent before what it gives was taken away'; end if;
  return new;
end $$`;

/** A school and the consortium keep an administrator, whatever writes; what was taken away is given back by a new invitation alone. */
export const membershipEffects: readonly string[] = [
  keepAdmin,
  keepConsortiumAdmin,
  dateChange,
  refuseOvertaken,
  `create trigger dates_change before update on app.membership for each row
     when ((old.functions, old.ended_at) is distinct from (new.functions, new.ended_at)) execute function app.date_membership_change()`,
  // Who is removed or demoted does not come back by a link that was waiting.
  `create trigger refuses_overtaken before insert on app.invitation_acceptance for each row execute function app.refuse_overtaken_invitation()`,
  `create trigger keeps_admin after update on app.membership for each row
     when (${wasAdmin} and not (new.ended_at is null and new.functions @> array['ADMIN'])) execute function app.keep_admin()`,
  `create trigger keeps_admin_row after delete on app.membership for each row when (${wasAdmin}) execute function app.keep_admin()`,
  `create trigger keeps_consortium_admin after update on app.consortium_right for each row
     when (old.ended_at is null and new.ended_at is not null) execute function app.keep_consortium_admin()`,
  `create trigger keeps_consortium_admin_row after delete on app.consortium_right for each row
     when (old.ended_at is null) execute function app.keep_consortium_admin()`,
];
