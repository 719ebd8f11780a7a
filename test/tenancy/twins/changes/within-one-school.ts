import { copyOf } from '../../matrix/left-behind/copied-rows.ts';
import { type Change, inRows } from './change.ts';
import { A, B, candidacy, staff } from './rows.ts';

const own = `school_id = ${A}`;
const reasons = `reason = 'Une tout autre raison de regarder', display_name = 'Autre personne'`;

/** What one function of a school must not learn of the others, and what nobody of a school may learn of the consortium. */
export const withinOneSchool: readonly Change[] = [
  inRows(
    'a second reader',
    ['RA1', 'RB1', 'C1', 'C2', 'OB', 'OP'],
    [
      `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked)
        values (${A}, ${candidacy('C1', A)}, ${staff('RA2', 'A')}, false)`,
    ],
  ),
  inRows(
    'somebody else’s own view',
    ['AA', 'VA', 'KA', 'KW', 'RA1'],
    [`update app.saved_view set name = 'Autre', name_key = 'autre' where ${own} and holder_id = ${staff('OA', 'A')}`],
  ),
  inRows(
    'notes of A',
    ['VA', 'RA1', 'C1', 'C2', 'OB', 'OP'],
    [
      `update app.note_version set text = 'Tout autre chose, et bien plus long.' where ${own}`,
      `update app.note set removed_at = app.clock(), remover_id = author_id where ${own} and candidacy_id = ${candidacy('C1', A)}`,
    ],
  ),
  inRows(
    'labels and views of A',
    ['RA1', 'C1', 'C2', 'OB', 'OP'],
    [
      `update app.label set name = 'Autre', name_key = 'autre' where ${own}`,
      copyOf('label', own, { name: `'Neuve'`, name_key: `'neuve'` }),
      `delete from app.saved_view where ${own} and holder_id = ${A}`,
    ],
  ),
  inRows(
    'whom A invites',
    ['OA', 'VA', 'RA1', 'KA', 'OB'],
    [copyOf('invitation', own, { email: `'autre.' || x.email`, digest: 'sha256(gen_random_uuid()::text::bytea)' })],
  ),
  inRows('trail of A', ['RA1', 'KA', 'C1', 'C2', 'OB', 'OP'], [copyOf('audit', own, { act: `'NOTE_ADDED'` })]),
  inRows('exports of A', ['RA1', 'C1', 'C2', 'OB', 'OP'], [copyOf('export_job', own)]),
  inRows(
    'break-glass at B',
    ['AA', 'OA', 'KA', 'C1', 'C2', 'OB', 'RB1', 'KB'],
    [`update app.break_glass set ${reasons} where school_id = ${B}`, copyOf('break_glass', `school_id = ${B}`)],
  ),
  inRows(
    'break-glass ended at B',
    ['AA', 'OA', 'C2', 'OB'],
    [`update app.break_glass set ended_at = app.clock() where school_id = ${B}`],
  ),
  inRows(
    'the consortium among itself',
    ['AA', 'OA', 'RA1', 'KA', 'C1', 'C2'],
    [
      copyOf('consortium_right', 'true', { account_id: 'gen_random_uuid()', display_name: `'Autre'` }),
      copyOf('audit_person', 'true', { at: `x.at + interval '1 minute'` }),
      `insert into app.job_pass (kind, at, waiting) values ('TOTALS', app.clock(), 41) on conflict (kind) do update set waiting = 41`,
    ],
  ),
  inRows(
    'the opening of another dossier',
    ['RA1', 'C1', 'OB', 'RB1'],
    [`delete from app.opening where ${own} and candidacy_id = ${candidacy('C2', A)}`],
  ),
];
