/** Functions by which PostGraphile shows what is no column and no relation; each reads one row's own parts, and most are inlined. */
export const postgraphileFunctions: readonly string[] = [
  'create schema peer',
  `create function peer.candidacy_identity(c app.candidacy) returns app.dossier_identity language sql stable as $$
     select i from app.dossier_identity i where i.school_id = c.school_id and i.candidacy_id = c.id and i.number = c.dossier_number $$`,
  `create function peer.candidacy_asked_for(c app.candidacy) returns setof app.specialism language sql stable as $$
     select s.* from app.dossier_specialism d join app.specialism s on s.id = d.specialism_id
     where d.school_id = c.school_id and d.candidacy_id = c.id and d.number = c.dossier_number order by d.position $$`,
  `create function peer.candidacy_sorted_labels(c app.candidacy) returns setof app.label language sql stable as $$
     select l.* from app.candidacy_label p join app.label l on l.school_id = p.school_id and l.id = p.label_id
     where p.school_id = c.school_id and p.candidacy_id = c.id order by l.name collate "fr-x-icu", l.id $$`,
  `create function peer.candidacy_newest_notes(c app.candidacy) returns setof app.note language sql stable as $$
     select n.* from app.note n where n.school_id = c.school_id and n.candidacy_id = c.id order by n.at desc, n.id desc limit 2 $$`,
  `create function peer.candidacy_is_unopened(c app.candidacy) returns boolean language sql stable as $$
     select not exists (select from app.opening a where a.school_id = c.school_id and a.candidacy_id = c.id and a.means = 'SCREEN') $$`,
  `create function peer.candidacy_opened_at(c app.candidacy, reader uuid) returns timestamptz language sql stable as $$
     select o.at from app.opening o where o.school_id = c.school_id and o.candidacy_id = c.id and o.reader_id = reader and o.means in ('SCREEN', 'KEY') $$`,
  'create type peer.chosen as (state text, name text)',
  `create function peer.application_chosen(a app.application) returns setof peer.chosen language sql stable as $$
     select case when exists (select from app.withdrawal w where w.candidate_id = a.candidate_id and w.candidacy_id = f.candidacy_id)
       then 'WITHDRAWN' else 'UNDER_CONSIDERATION' end, s.name
     from jsonb_to_recordset(a.choices) as x ("schoolId" uuid, "preferenceRank" int) join app.school s on s.id = x."schoolId"
     join app.filing f on f.candidate_id = a.candidate_id and f.school_id = x."schoolId" order by x."preferenceRank" $$`,
  'grant usage on schema peer to bench_peer',
  'grant execute on all functions in schema peer to bench_peer',
];
