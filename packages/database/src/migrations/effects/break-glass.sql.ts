/**
 * An administrator names a school and a reference and reads no dossier to find it: the effect finds the one candidacy, writes it into the
 * row, leaves a line in the school's own trail and tells its candidate. It fails, and with it the whole act, when the school received no such dossier.
 */
export const breakGlassEffects: readonly string[] = [
  `create function app.break_glass() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare found_candidacy uuid; found_candidate uuid; moved int; begin
  if new.at not between app.clock() - interval '1 minute' and app.clock() then
    raise exception using errcode = 'AD001', message = 'break-glass begins at another time'; end if;
  select h.candidacy_id, h.candidate_id into found_candidacy, found_candidate from app.dossier_head h
   where h.school_id = new.school_id and h.reference = new.reference limit 1;
  update app.break_glass b set candidacy_id = found_candidacy
   where b.school_id = new.school_id and b.id = new.id and found_candidacy is not null;
  get diagnostics moved = row_count;
  if moved <> 1 then raise exception using errcode = 'AD001', message = 'break-glass found no dossier'; end if;
  insert into app.audit (school_id, id, actor_id, act, object_id, at)
    values (new.school_id, gen_random_uuid(), new.principal_id, 'CANDIDACY_OPENED_BY_CONSORTIUM', found_candidacy, new.at);
  insert into app.outbox (id, principal_id, kind, recipient_id, payload, at, next_try_at)
    select gen_random_uuid(), new.principal_id, 'BREAK_GLASS_CANDIDATE', c.account_id,
      jsonb_build_object('schoolId', new.school_id, 'breakGlassId', new.id), new.at, new.at
    from app.candidate c where c.id = found_candidate;
  get diagnostics moved = row_count;
  if moved <> 1 then raise exception using errcode = 'AD001', message = 'break-glass told no candidate'; end if;
  return null;
end $$`,
  `comment on function app.break_glass() is 'audited: finds the one dossier a break-glass of the acting principal names, and tells its candidate'`,
  'create trigger finds_dossier after insert on app.break_glass for each row execute function app.break_glass()',
  // What has ended does not begin again, whoever may write the column.
  `create function app.keep_break_glass_ended() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  raise exception using errcode = 'AD001', message = 'a break-glass ends once';
end $$`,
  `create trigger ends_once before update of ended_at on app.break_glass for each row when (old.ended_at is not null)
     execute function app.keep_break_glass_ended()`,
];

/** What `ownedByEffect` hands over. */
export const breakGlassSignatures: readonly string[] = ['break_glass()'];
