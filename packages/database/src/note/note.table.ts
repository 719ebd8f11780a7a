import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { me, ownSchool, ownTeam } from '../walls/rows.ts';

const note = defineEntity({
  name: 'Note',
  ...walled(
    'note',
    [
      allow('S', ['app_school', 'app_key'], ownSchool),
      allow('I', ['app_school', 'app_key'], `${ownSchool} and author_id = ${me}`),
      allow('U', ['app_school'], ownSchool, ['version', 'removed_at', 'remover_id']),
      allow('S', ['app_effect'], ownTeam, ['school_id', 'id', 'candidacy_id', 'at']),
    ],
    ['foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    candidacyId: p.uuid(),
    authorId: p.uuid(),
    at: instant(),
    /** The number of its newest wording. */
    version: p.integer().default(1),
    removedAt: instantOrNull(),
    removerId: p.uuid().strictNullable(),
  },
  indexes: [{ properties: ['schoolId', 'candidacyId', 'at', 'id'] }],
});
/** What a school's team writes to itself about a candidacy; removed, its trace stays (note interne). */
export class Note extends note.class {}
note.setClass(Note);

const stands = `exists (select from app.note n where n.school_id = note_version.school_id and n.id = note_version.note_id and n.removed_at is null)`;

const version = defineEntity({
  name: 'NoteVersion',
  ...walled(
    'note_version',
    [
      // Whoever asks and however: of a removed note no wording answers.
      allow('S', ['app_school', 'app_key'], `${ownSchool} and ${stands}`),
      allow('I', ['app_school', 'app_key'], `${ownSchool} and author_id = ${me}`),
    ],
    ['foreign key (school_id, note_id) references app.note (school_id, id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    noteId: p.uuid().primary(),
    number: p.integer().primary(),
    text: p.text(),
    authorId: p.uuid(),
    at: instant(),
  },
});
/** One wording of a note, by whom and when; never changed. */
export class NoteVersion extends version.class {}
version.setClass(NoteVersion);
