import type { PersonName } from '../../canary-world.ts';
import { copyOf } from '../../matrix/left-behind/copied-rows.ts';
import { type Change, inRows } from './change.ts';
import { B, candidacy, staff } from './rows.ts';

/** Who belongs to school A, and who filed a dossier there: what B does is none of their business. */
export const ofA: readonly PersonName[] = ['OA', 'AA', 'VA', 'RA1', 'KA'];
const foreign: readonly PersonName[] = [...ofA, 'C2', 'C1', 'OP'];
/** The consortium sees counts, deliveries and who administers a school. */
const foreignTeams: readonly PersonName[] = [...ofA, 'C2', 'C1'];

const common = candidacy('C1', B);
const own = `school_id = ${B}`;
const OB = staff('OB', 'B');

const notes = [
  copyOf('note', own, { candidacy_id: common }),
  `insert into app.note_version select n.school_id, n.id, 1, 'Une autre note', n.author_id, n.at from app.note n where n.${own}
    and not exists (select from app.note_version v where v.note_id = n.id)`,
  `update app.note_version set text = 'Tout autre chose, et bien plus long.' where ${own}`,
];
const labels = [
  `insert into app.candidacy_label select school_id, ${common}, id, ${OB}, app.clock() from app.label where ${own}`,
  `update app.label set name = 'Autre', name_key = 'autre', colour = '#7f0000', version = version + 3 where ${own}`,
  copyOf('label', own, { name: `'Neuve'`, name_key: `'neuve'` }),
];
const views = [
  `update app.saved_view set name = 'Autre vue', name_key = 'autre vue ' || id, version = 7 where ${own}`,
  copyOf('saved_view', own, { name: `'Encore'`, name_key: `'encore ' || x.id` }),
];
const assignments = [
  `update app.assignment set candidacy_id = ${candidacy('C3', B)}, is_masked = true where ${own}`,
  `insert into app.reader_profile (school_id, reader_id, largest_load, version) values (${B}, ${staff('RB1', 'B')}, 3, 5)
    on conflict (school_id, reader_id) do update set largest_load = 3, version = 5`,
];
const openings = [`delete from app.opening where ${own} and candidacy_id = ${candidacy('C3', B)}`];
const exports = [
  copyOf('export_job', own),
  copyOf('export_job', own, { state: `'DONE'`, finished_at: 'app.clock()', rows: '2', bytes: '400' }),
];
const invitations = [
  copyOf('invitation', own, { email: `'autre.' || x.email`, digest: 'sha256(gen_random_uuid()::text::bytea)' }),
  `update app.invitation set display_name = 'Autre', ended_at = app.clock() where ${own} and email not like 'autre%'`,
];
const keys = [
  `update app.api_key set name = 'Autre système', version = version + 1 where ${own}`,
  `insert into app.api_key_use select school_id, id, app.clock() from app.api_key where ${own}
    on conflict (school_id, key_id) do update set at = app.clock() - interval '3 hours'`,
  copyOf('api_key', own, { name: `'Encore un'` }),
];
const members = [
  `update app.membership set display_name = 'Autre ' || display_name, version = version + 1 where ${own}`,
  copyOf('membership', own, { account_id: 'gen_random_uuid()', functions: `to_jsonb(array['OBSERVER'])` }),
];
const draft = [`update app.notice_draft set version = version + 4, rules = rules || '{"specialismsPerChoice": 3}' where ${own}`];
const trail = [
  `delete from app.audit where ${own} and act = 'CANDIDACY_OPENED'`,
  copyOf('audit', own, { act: `'NOTE_ADDED'`, at: `x.at + interval '1 minute'` }),
];
const totals = [
  `update app.totals set n = n + 2 where ${own}`,
  `insert into app.totals values (${B}, (select id from app.campaign where state = 'OPEN'), 'ADMISSIBLE', 3)`,
];
const bulk = [
  `insert into app.bulk_act (school_id, id, actor_id, kind, at) values (${B}, gen_random_uuid(), ${OB}, 'LABEL', app.clock())`,
];

/** Everything at once: if it is told apart, the single ones below say by what. */
export const otherSchoolAtWork: Change = inRows(
  'B at work',
  foreignTeams,
  [notes, labels, views, assignments, openings, exports, invitations, keys, members, draft, trail, totals, bulk].flat(),
);

export const ofTheOtherSchool: readonly Change[] = [
  otherSchoolAtWork,
  inRows('notes of B', foreign, notes),
  inRows('labels of B', foreign, labels),
  inRows('views of B', foreign, views),
  inRows('assignments of B', foreign, assignments),
  inRows('openings of B', foreign, openings),
  inRows('exports of B', foreign, exports),
  inRows('invitations of B', [...foreignTeams, 'OB', 'RB1'], invitations),
  inRows('keys of B', foreign, keys),
  inRows('members of B', foreignTeams, members),
  inRows('notice of B in preparation', [...foreignTeams, 'OB', 'RB1'], draft),
  inRows('trail of B', [...foreign, 'RB1', 'KB'], trail),
  inRows('counts of B', [...foreignTeams, 'RB1'], totals),
];
