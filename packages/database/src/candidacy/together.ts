import { type RawBuilder, sql } from 'kysely';
import { keptNotes } from '../migrations/effects/kept-lists.sql.ts';

/** What a page of candidacies `p` is read together with; whatever is left out stands in tables that are then not touched. */
export interface Together {
  /** Number, reference, digest, institution and instant of the copy. */
  readonly hasHead: boolean;
  /** Who the candidate is: everything the copy says, or the two names alone. */
  readonly identity: 'WHOLE' | 'NAMES' | null;
  readonly hasSpecialisms: boolean;
  /** Whether anybody, and when this reader, opened it. */
  readonly hasOpenings: boolean;
  readonly hasLabels: boolean;
  /** How many of the newest notes; 0 for none. */
  readonly notes: number;
  /** Whether their ids are all of them that is read. */
  readonly hasNoteIdsAlone: boolean;
}

/** What a candidacy is to whoever reads it alone. */
export const wholeCandidacy: Together = {
  hasHead: true,
  identity: 'WHOLE',
  hasSpecialisms: true,
  hasOpenings: true,
  hasLabels: false,
  notes: 0,
  hasNoteIdsAlone: false,
};

/** Who reads, in which school. */
export interface Reader {
  readonly schoolId: string;
  readonly readerId: string;
}

/** The columns of a candidacy `c` that it is read with; a reviewer may not read those of the team. */
export function keptWith(together: Together): RawBuilder<unknown> {
  const { hasSpecialisms, hasLabels, notes } = together;
  const asked = [
    ...(hasSpecialisms ? [sql`, c.specialism_ids`] : []),
    ...(hasLabels ? [sql`, c.label_ids`] : []),
    ...(notes > 0 && areKept(together) ? [sql`, c.newest_note_ids`] : []),
  ];
  return sql.join(asked, sql``);
}

/** The columns beside the candidacy's own, and the tables they come from. */
export function readTogether(together: Together, { schoolId, readerId }: Reader) {
  const { hasHead, identity, hasSpecialisms, hasOpenings, hasLabels, notes, hasNoteIdsAlone } = together;
  const parts: readonly (readonly [is: boolean, column: RawBuilder<unknown>, table?: RawBuilder<unknown>])[] = [
    [hasHead, head, headOf(schoolId)],
    [identity === 'WHOLE', sql`i.identity as parts`, identityOf(schoolId)],
    [identity === 'NAMES', sql`i.last_name as "lastName", i.first_names as "firstNames"`, identityOf(schoolId)],
    [hasOpenings, sql`o.mine::text as "openedAt", o.count = 0 as "isUnopened"`, openingsOf(schoolId, readerId)],
    [hasSpecialisms, sql`${specialismsOf(schoolId)} as "specialismIds", ${onFirstRow(specialismList)} as "specialismList"`],
    [hasLabels, sql`array_to_string(p.label_ids, ',') as "labelIds", ${onFirstRow(labelList(schoolId))} as "labelList"`],
    [
      notes > 0,
      sql`${areKept(together) ? keptNotesOn(notes) : notesOn(schoolId, notes, hasNoteIdsAlone ? sql`n.id` : noteLine)} as "noteLines"`,
    ],
  ];
  const asked = parts.filter(([is]) => is);
  return {
    columns: asked.map(([, column]) => sql`, ${column}`),
    tables: asked.flatMap(([, , table]) => table ?? []),
  };
}

const head = sql`h.number, h.reference, h.digest, h.institution, h.country, h.received_at::text as "submittedAt"`;
const headOf = (schoolId: string) =>
  sql`join app.dossier_head h on h.school_id = ${schoolId} and h.candidacy_id = p.id and h.number = p.dossier_number`;

const identityOf = (schoolId: string) =>
  sql`left join app.dossier_identity i on i.school_id = ${schoolId} and i.candidacy_id = p.id and i.number = p.dossier_number`;

// On a screen, or by a key; an export is told elsewhere.
const openingsOf = (schoolId: string, readerId: string) => sql`
  left join lateral (select count(*) filter (where a.means = 'SCREEN') as count,
      max(a.at) filter (where a.reader_id = ${readerId} and a.means in ('SCREEN', 'KEY')) as mine
    from app.opening a where a.school_id = ${schoolId} and a.candidacy_id = p.id) o on true`;

// What many rows share is told once, with whichever row comes first; the rows name it by id, in their own order.
const onFirstRow = (list: RawBuilder<unknown>) => sql`case when row_number() over () = 1 then ${list} end`;

// What a build before wrote keeps none: its own table is asked then, and only then.
const specialismsOf = (schoolId: string) => sql`array_to_string(coalesce(p.specialism_ids, array(
  select d.specialism_id from app.dossier_specialism d
  where d.school_id = ${schoolId} and d.candidacy_id = p.id and d.number = p.dossier_number order by d.position)), ',')`;

// Lists of what is told in order, without names: half of making an object of a row is writing them.
const specialismList = sql`(select json_agg(json_build_array(s.id, s.code, s.name_fr, s.name_en, s.admitted_mentions, s.version))
  from app.specialism s)`;

// A hundred at most, by name.
const labelList = (schoolId: string) => sql`(select json_agg(json_build_array(l.id, l.name, l.colour, l.version)
    order by l.name collate "fr-x-icu", l.id)
  from app.label l where l.school_id = ${schoolId})`;

/** Whether the candidacy's own row has all that is asked of its notes. */
const areKept = ({ notes, hasNoteIdsAlone }: Together) => hasNoteIdsAlone && notes <= keptNotes;

const keptNotesOn = (most: number) => sql`array_to_string(p.newest_note_ids[1:${most}::int], '|')`;

const noteLine = sql`concat_ws(',', n.id, n.version, n.at)`;

const notesOn = (schoolId: string, most: number, line: RawBuilder<unknown>) => sql`array_to_string(array(
  select ${line} from app.note n where n.school_id = ${schoolId} and n.candidacy_id = p.id
    order by n.at desc, n.id desc limit ${most}), '|')`;
