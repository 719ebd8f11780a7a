/** Totals of one campaign (`$1`) by recount: what the effects would have counted, from the rows themselves. */
export const recount: readonly string[] = [
  'delete from app.totals_delta where campaign_id = $1',
  'delete from app.totals where campaign_id = $1',
  `insert into app.totals (school_id, campaign_id, state, n)
   select school_id, campaign_id, state, count(*) from app.candidacy where campaign_id = $1 group by school_id, campaign_id, state`,
  'delete from app.campaign_totals_delta where campaign_id = $1',
  'delete from app.campaign_totals where campaign_id = $1',
  // The day of a state is when the dossier came into it; only the sum over the days is read, but for arrivals.
  `insert into app.campaign_totals (campaign_id, measure, day, n)
   select $1, measure, day, count(*) from (
     select a.state as measure, (coalesce(w.at, a.submitted_at, a.created_at) at time zone k.zone)::date as day
       from app.application a join app.campaign k on k.id = a.campaign_id
       left join lateral (select max(at) as at from app.withdrawal where candidate_id = a.candidate_id and a.state = 'WITHDRAWN') w on true
       where a.campaign_id = $1
     union all
     select 'ARRIVED', (s.received_at at time zone k.zone)::date
       from app.snapshot s join app.application a on a.candidate_id = s.candidate_id and a.id = s.application_id
       join app.campaign k on k.id = a.campaign_id where a.campaign_id = $1 and s.number = 1) counted
   group by measure, day`,
];
