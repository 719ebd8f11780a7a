import { systemPrincipal } from '../../session/hat.ts';

/**
 * The moment a campaign closes is the only one at which anything is told across schools: a count for each candidacy that stands, and it
 * never moves afterwards, so that no school learns when somebody withdraws elsewhere. Closed again, the campaign is counted anew. The
 * rows are written in an order of random ids.
 */
export const disclosureEffects: readonly string[] = [
  `create function app.disclose_choices() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$ begin
  if app.principal() is distinct from '${systemPrincipal}' then
    raise exception using errcode = 'AD001', message = 'choices are disclosed by the clock alone'; end if;
  delete from app.disclosed_choices d where d.campaign_id = new.id;
  insert into app.disclosed_choices (school_id, candidacy_id, campaign_id, count, disclosed_at)
    select c.school_id, c.id, c.campaign_id, count(*) over (partition by c.candidate_id) - 1, app.clock()
    from app.candidacy c where c.campaign_id = new.id and c.state <> 'WITHDRAWN' order by c.school_id, c.id;
  return null;
end $$`,
  `comment on function app.disclose_choices() is 'audited: counts, where the campaign said so, the other schools of each candidacy that stands as the clock closes it'`,
  `create trigger discloses_choices after update on app.campaign for each row
     when (old.state = 'OPEN' and new.state = 'CLOSED' and new.other_choices = 'COUNT') execute function app.disclose_choices()`,
  // Candidates are told before they choose: neither the column moves, nor the state to where it might.
  `create function app.keep_disclosure() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$ begin
  raise exception using errcode = 'AD001', message = 'what schools learn of other choices is settled before a campaign opens';
end $$`,
  `create trigger keeps_disclosure before update on app.campaign for each row
     when (old.state <> 'DRAFT' and (new.state = 'DRAFT' or old.other_choices is distinct from new.other_choices)) execute function app.keep_disclosure()`,
];

/** What `ownedByEffect` hands over. */
export const disclosureSignatures: readonly string[] = ['disclose_choices()'];
