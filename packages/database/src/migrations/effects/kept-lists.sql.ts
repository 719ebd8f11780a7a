/** How many of the newest notes a candidacy keeps: enough to tell whether there are any, and to show the last few. */
export const keptNotes = 4;

/**
 * What a candidacy `c` keeps, on its own row, of what other tables hold: the ids a list shows on every row. Written by the effects below
 * alone, but for the specialisms of a first copy, which whoever files it tells with it; `pnpm lists:verify` makes them anew and compares.
 */
export const keptLists = {
  specialism_ids: `array(select d.specialism_id from app.dossier_specialism d
    where d.school_id = c.school_id and d.candidacy_id = c.id and d.number = c.dossier_number order by d.position)`,
  label_ids: `array(select l.label_id from app.candidacy_label l where l.school_id = c.school_id and l.candidacy_id = c.id order by l.label_id)`,
  newest_note_ids: `array(select n.id from app.note n where n.school_id = c.school_id and n.candidacy_id = c.id
    order by n.at desc, n.id desc limit ${keptNotes})`,
} as const;

/** Writes every list of every candidacy, for whoever wrote the tables with the effects asleep. */
export const writeKeptLists = `update app.candidacy c set ${Object.entries(keptLists)
  .map(([column, list]) => `${column} = ${list}`)
  .join(', ')}`;

/** Whose team or system acts; null under every other hat, a reviewer's of the same school among them. */
export const actingTeam: readonly string[] = [
  `create function app.acting_team() returns uuid language sql stable parallel safe
     return case when current_setting('role') in ('app_school', 'app_key') then app.acting_school() end`,
  'revoke execute on function app.acting_team() from public',
  'grant execute on function app.acting_team() to app_effect',
];

type OfTheTeam = 'label_ids' | 'newest_note_ids';

const declared = (name: string, comment: string, body: string) => [
  `create function app.${name}() returns trigger language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare kept int; begin ${body}
  return null;
end $$`,
  `comment on function app.${name}() is 'audited: ${comment}'`,
];

const refuse = `raise exception using errcode = 'AD001', message = 'a list moved no candidacy'`;

/**
 * Once a statement, however many rows it `moved`: a school labels thousands at once. The candidacies are held first, in one order, so that
 * two such acts neither wait for each other in a ring nor write what the other has not seen: the list is read by a statement that begins
 * once they are held.
 */
const keptByStatement = (list: OfTheTeam, comment: string) =>
  declared(
    `keep_${list}`,
    comment,
    `
  perform from app.candidacy c where (c.school_id, c.id) in (select m.school_id, m.candidacy_id from moved m) order by c.school_id, c.id for no key update;
  update app.candidacy c set ${list} = ${keptLists[list]}
    where (c.school_id, c.id) in (select m.school_id, m.candidacy_id from moved m);
  get diagnostics kept = row_count;
  if kept <> (select count(distinct (m.school_id, m.candidacy_id)) from moved m) then ${refuse}; end if;`,
  );

export const keptListEffects: readonly string[] = [
  ...declared(
    'keep_specialism_ids',
    'a further copy of the acting candidate brings its specialisms to its candidacy',
    `
  update app.candidacy c set specialism_ids = ${keptLists.specialism_ids}
    where c.school_id = new.school_id and c.id = new.candidacy_id and c.dossier_number = new.number;
  get diagnostics kept = row_count;
  if kept <> 1 then ${refuse}; end if;`,
  ),
  ...keptByStatement('label_ids', 'labels of the acting school stand on its candidacies'),
  ...keptByStatement('newest_note_ids', 'notes of the acting school stand on its candidacies'),
  // After the trigger of the head: it comes first in whatever writes a copy.
  `create trigger keeps_specialisms after insert on app.dossier_specialism for each row when (new.number > 1)
     execute function app.keep_specialism_ids()`,
  `create trigger keeps_labels after insert on app.candidacy_label referencing new table as moved
     for each statement execute function app.keep_label_ids()`,
  `create trigger keeps_labels_off after delete on app.candidacy_label referencing old table as moved
     for each statement execute function app.keep_label_ids()`,
  `create trigger keeps_notes after insert on app.note referencing new table as moved
     for each statement execute function app.keep_newest_note_ids()`,
];

/** What `ownedByEffect` hands over. */
export const keptListSignatures: readonly string[] = ['keep_specialism_ids()', 'keep_label_ids()', 'keep_newest_note_ids()'];
