/** A place before every row. */
export const beginning = ['-infinity', '00000000-0000-0000-0000-000000000000'] as const;

const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

const labels = `(select coalesce(string_agg('{"id":"' || l.id || '","name":' || to_json(l.name) || '}', ',' order by l.name collate "fr-x-icu", l.id), '')
  from app.label l where l.school_id = $1 and l.id = any(c.label_ids))`;
const notes = `(select coalesce(string_agg('{"id":"' || n.id || '"}', ',' order by n.place), '')
  from unnest(c.newest_note_ids[1:2]) with ordinality n (id, place))`;
const specialisms = `(select coalesce(string_agg('{"name":' || to_json(s.name_fr) || '}', ',' order by d.position), '')
  from unnest(c.specialism_ids) with ordinality d (id, position) join app.specialism s using (id))`;
const isUnopened = `(not exists (select from app.opening a where a.school_id = $1 and a.candidacy_id = c.id and a.means = 'SCREEN'))::text`;

/**
 * L: fifty candidacies of one school in one state, the page first and then its joins, as JSON text written by the database.
 * $1 school, $2 campaign, $3 state, $4 and $5 the place after which it begins, $6 who reads.
 */
export const page = `select '{"edges":[' || coalesce(string_agg(r.line, ',' order by r.received_at, r.id) filter (where r.place <= 50), '')
    || '],"pageInfo":{"hasNextPage":' || (count(*) > 50) || ',"endCursor":' || coalesce(to_json((array_agg(r.cursor order by r.place desc) filter (where r.place <= 50))[1])::text, 'null')
    || '}}' as json
  from (select c.id, c.received_at, c.place, c.received_at::text || '|' || c.id as cursor,
      '{"cursor":"' || c.received_at::text || '|' || c.id || '","node":{"id":"' || c.id || '","state":"' || c.state || '","receivedAt":"'
      || ${instant('c.received_at')} || '","isUnopened":' || ${isUnopened} || ',"openedAt":' || coalesce('"' || ${instant('o.at')} || '"', 'null')
      || ',"lastName":' || to_json(i.last_name) || ',"firstNames":' || to_json(i.first_names) || ',"specialisms":[' || ${specialisms}
      || '],"labels":[' || ${labels} || '],"notes":[' || ${notes} || ']}}' as line
    from (select p.*, row_number() over (order by p.received_at, p.id) as place from (select id, received_at, state, dossier_number, specialism_ids, label_ids, newest_note_ids from app.candidacy
        where school_id = $1 and campaign_id = $2 and state = $3 and (received_at, id) > ($4::timestamptz, $5::uuid)
        order by received_at, id limit 51) p) c
    join app.dossier_identity i on i.school_id = $1 and i.candidacy_id = c.id and i.number = c.dossier_number
    left join app.opening o on o.school_id = $1 and o.candidacy_id = c.id and o.reader_id = $6 and o.means in ('SCREEN', 'KEY')) r`;

/** The place a cursor names. */
export const placeOf = (after: string | null | undefined): readonly string[] => (after == null ? beginning : after.split('|'));
