/** D: a candidate's one application, as JSON text written by the database. $1 candidate, $2 campaign. */
export const dashboard = `select json_build_object('id', a.id, 'state', a.state, 'lastName', c.identity->>'lastName', 'firstNames', c.identity->>'firstNames',
    'choices', (select coalesce(json_agg(json_build_object('state', case when exists (select from app.withdrawal w
          where w.candidate_id = a.candidate_id and w.candidacy_id = f.candidacy_id) then 'WITHDRAWN' else 'UNDER_CONSIDERATION' end,
        'school', json_build_object('name', s.name)) order by x."preferenceRank"), '[]')
      from jsonb_to_recordset(a.choices) as x ("schoolId" uuid, "preferenceRank" int) join app.school s on s.id = x."schoolId"
      join app.filing f on f.candidate_id = a.candidate_id and f.school_id = x."schoolId"),
    'studies', (select coalesce(json_agg(json_build_object('institutionName', y."institutionName", 'level', y.level, 'diploma', y.diploma)), '[]')
      from jsonb_to_recordset(a.studies) as y ("institutionName" text, level text, diploma text)))::text as json
  from app.application a join app.candidate c on c.id = a.candidate_id where a.candidate_id = $1 and a.campaign_id = $2`;
