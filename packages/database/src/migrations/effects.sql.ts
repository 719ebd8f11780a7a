/** An effect: an act in one class moves another, in the name of the acting principal, and fails unless exactly that row moved. */
const effect = (name: string, comment: string, body: string) => [
  `create function app.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ ${body} $$`,
  `comment on function app.${name}() is 'audited: ${comment}'`,
];

const refuse = (what: string) => `raise exception using errcode = 'AD001', message = '${what}'`;

export const withdrawCandidacy = effect(
  'withdraw_candidacy',
  'withdrawal moves the candidacy of the acting candidate',
  `declare moved int; begin
  update app.candidacy c set state = 'WITHDRAWN', version = c.version + 1
   where c.school_id = new.school_id and c.id = new.candidacy_id
     and c.state not in ('WITHDRAWN', 'ENROLLED', 'CONDITION_NOT_MET', 'WITHDRAWN_LATE', 'ACCEPTED');
  get diagnostics moved = row_count;
  if moved <> 1 then ${refuse('withdrawal moved no candidacy')}; end if;
  return null;
end`,
);

export const renewCandidacy = effect(
  'renew_candidacy',
  'a further copy moves the candidacy of the acting candidate, before the deadline',
  `declare moved int; begin
  update app.candidacy c set dossier_number = new.number, version = c.version + 1, notice_version_id = new.notice_version_id,
         state       = case c.state when 'WITHDRAWN' then 'RECEIVED' else c.state end,
         received_at = case c.state when 'WITHDRAWN' then new.received_at else c.received_at end
   where c.school_id = new.school_id and c.id = new.candidacy_id and c.dossier_number = new.number - 1
     and exists (select from app.campaign k where k.id = c.campaign_id and new.received_at <= k.closes_at);
  get diagnostics moved = row_count;
  if moved <> 1 then ${refuse('copy moved no candidacy')}; end if;
  return null;
end`,
);

export const countCandidacy = effect(
  'count_candidacy',
  'counts changes of state of the acting principal',
  `begin
  if tg_op = 'INSERT' then
    insert into app.totals_delta (school_id, id, campaign_id, state, delta)
      select school_id, gen_random_uuid(), campaign_id, state, count(*) from fresh group by school_id, campaign_id, state;
  else
    insert into app.totals_delta (school_id, id, campaign_id, state, delta)
      select school_id, gen_random_uuid(), campaign_id, state, sum(d) from (
        select school_id, campaign_id, state, 1 d from fresh union all select school_id, campaign_id, state, -1 from stale) x
      group by school_id, campaign_id, state having sum(d) <> 0;
  end if;
  return null;
end`,
);

const count = (row: string, measure: string, delta: number) =>
  `insert into app.campaign_totals_delta (id, campaign_id, measure, day, delta)
     select gen_random_uuid(), k.id, ${measure}, (app.clock() at time zone k.zone)::date, ${delta} from app.campaign k where k.id = ${row}.campaign_id`;

export const countApplication = effect(
  'count_application',
  'counts dossiers of the acting candidate per state, and first submissions per day of the campaign',
  `begin
  if tg_op in ('UPDATE', 'DELETE') then ${count('old', 'old.state', -1)}; end if;
  if tg_op in ('INSERT', 'UPDATE') then ${count('new', 'new.state', 1)}; end if;
  if tg_op = 'UPDATE' and old.submitted_at is null and new.submitted_at is not null then ${count('new', "'ARRIVED'", 1)}; end if;
  return null;
end`,
);

export const acceptInvitation = effect(
  'accept_invitation',
  'an accepted invitation makes the membership or the right it was sent for, to its own verified address',
  `declare moved int; school app.invitation; consortium app.consortium_invitation; begin
  update app.invitation i set accepted_at = app.clock()
   where i.id = new.invitation_id and i.accepted_at is null and i.ended_at is null and i.expires_at > app.clock()
     and i.email = (select p.email from app.person p where p.account_id = new.account_id) returning * into school;
  get diagnostics moved = row_count;
  if moved = 1 then
    insert into app.membership as m (school_id, id, account_id, display_name, functions, version)
      values (school.school_id, gen_random_uuid(), new.account_id, school.display_name, school.functions, 1)
      on conflict (school_id, account_id) do update set ended_at = null, version = m.version + 1,
        functions = case when m.ended_at is null then array(select distinct unnest(m.functions || excluded.functions)) else excluded.functions end;
    return null;
  end if;
  update app.consortium_invitation i set accepted_at = app.clock()
   where i.id = new.invitation_id and i.accepted_at is null and i.ended_at is null and i.expires_at > app.clock()
     and i.email = (select p.email from app.person p where p.account_id = new.account_id) returning * into consortium;
  get diagnostics moved = row_count;
  if moved <> 1 then ${refuse('acceptance found no invitation')}; end if;
  insert into app.consortium_right as r (id, account_id, display_name) values (gen_random_uuid(), new.account_id, consortium.display_name)
    on conflict (account_id) do update set ended_at = null;
  return null;
end`,
);

export const triggers = [
  'create trigger moves_candidacy after insert on app.withdrawal for each row execute function app.withdraw_candidacy()',
  'create trigger renews_candidacy after insert on app.dossier_head for each row when (new.number > 1) execute function app.renew_candidacy()',
  'create trigger counts_received after insert on app.candidacy referencing new table as fresh for each statement execute function app.count_candidacy()',
  'create trigger counts_moves after update on app.candidacy referencing old table as stale new table as fresh for each statement execute function app.count_candidacy()',
  'create trigger counts_application after insert or delete on app.application for each row execute function app.count_application()',
  `create trigger counts_application_moves after update on app.application for each row
     when (old.state is distinct from new.state or (old.submitted_at is null and new.submitted_at is not null)) execute function app.count_application()`,
  'create trigger makes_member after insert on app.invitation_acceptance for each row execute function app.accept_invitation()',
];

/** Handing a function over takes SET on its new owner and CREATE for it on the schema, both given back at once. */
export const ownedByEffect = (signatures: readonly string[]) => [
  'grant app_effect to current_user with inherit false, set true',
  'grant create on schema app to app_effect',
  ...signatures.map((signature) => `alter function app.${signature} owner to app_effect`),
  'revoke create on schema app from app_effect',
  `do $$ begin execute format('revoke app_effect from %I granted by %I', current_user, current_user); end $$`,
];

/** Replacing what was handed over takes its owner's name for as long as that takes. */
export const asEffect = (statements: readonly string[]) => [
  'grant app_effect to current_user with inherit false, set true',
  'grant create on schema app to app_effect',
  'set local role app_effect',
  ...statements,
  'reset role',
  'revoke create on schema app from app_effect',
  `do $$ begin execute format('revoke app_effect from %I granted by %I', current_user, current_user); end $$`,
];
