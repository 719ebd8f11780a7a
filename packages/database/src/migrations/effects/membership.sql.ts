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

/** A school and the consortium keep an administrator, whatever writes. */
export const membershipEffects: readonly string[] = [
  keepAdmin,
  keepConsortiumAdmin,
  `create trigger keeps_admin after update on app.membership for each row
     when (${wasAdmin} and not (new.ended_at is null and new.functions @> array['ADMIN'])) execute function app.keep_admin()`,
  `create trigger keeps_admin_row after delete on app.membership for each row when (${wasAdmin}) execute function app.keep_admin()`,
  `create trigger keeps_consortium_admin after update on app.consortium_right for each row
     when (old.ended_at is null and new.ended_at is not null) execute function app.keep_consortium_admin()`,
  `create trigger keeps_consortium_admin_row after delete on app.consortium_right for each row
     when (old.ended_at is null) execute function app.keep_consortium_admin()`,
];
