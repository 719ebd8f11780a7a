/** What no state of the database ever shows of a dossier: a submission is whole or is not, and is what its schools read. */
export const neverOfDossiers = `
  select 'another number of snapshots than was counted' as broken from app.application a
    where a.snapshot_number <> (select count(*) from app.snapshot s where s.application_id = a.id)
  union all select 'another number of receipts than of snapshots' from app.application a where a.snapshot_number <>
    (select count(*) from app.outbox o where o.kind = 'APPLICATION_RECEIPT' and o.payload ->> 'applicationId' = a.id::text)
  union all select 'a dossier sent without a snapshot' from app.application a where (a.state = 'SUBMITTED') <> (a.snapshot_number > 0)
  union all select 'schools that stand other than those chosen' from app.application a
    join app.snapshot s on s.application_id = a.id and s.number = a.snapshot_number
    where (select array_agg(c.school_id order by c.school_id) from app.choice c where c.snapshot_id = s.id) is distinct from
      (select array_agg(c.school_id order by c.school_id) from app.candidacy c where c.candidate_id = a.candidate_id and c.state <> 'WITHDRAWN')
  union all select 'a candidacy without its copy' from app.candidacy c where not exists (select from app.dossier_head h
    join app.dossier_identity i using (school_id, candidacy_id, number) join app.dossier_content t using (school_id, candidacy_id, number)
    where (h.school_id, h.candidacy_id, h.number) = (c.school_id, c.id, c.dossier_number))
  union all select 'a school that reads other than was frozen' from app.application a
    join app.snapshot s on s.application_id = a.id and s.number = a.snapshot_number join app.choice c on c.snapshot_id = s.id
    join app.candidacy k on (k.school_id, k.id) = (c.school_id, c.candidacy_id)
    join app.dossier_content t on (t.school_id, t.candidacy_id, t.number) = (k.school_id, k.id, k.dossier_number)
    where t.content -> 'answers' is distinct from s.content -> 'answers' or c.dossier_number <> k.dossier_number`;
