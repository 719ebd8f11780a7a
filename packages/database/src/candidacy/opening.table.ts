import { fileReaders, readingMeans } from '@guichet/domain/candidacy/reading';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, walled } from '../walls/define-table.ts';
import { filed, me, ownSchool } from '../walls/rows.ts';

const toCandidacy = 'foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)';

const opening = defineEntity({
  name: 'Opening',
  ...walled(
    'opening',
    [
      allow('S', ['app_school', 'app_key'], ownSchool),
      allow('S', ['app_reviewer'], `${ownSchool} and reader_id = ${me}`),
      allow('I', ['app_school', 'app_key', 'app_reviewer'], `${ownSchool} and reader_id = ${me}`),
      // The candidate reads when, as what and by which means, never who.
      allow('S', ['app_candidate'], filed('opening'), ['school_id', 'candidacy_id', 'id', 'function', 'means', 'at']),
    ],
    [toCandidacy],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    readerId: p.uuid().primary(),
    /** What the candidate's list of readings pages by, the reader being hidden from it. */
    id: p.uuid().defaultRaw('gen_random_uuid()').primary(),
    function: p.enum(fileReaders),
    means: p.enum(readingMeans).default('SCREEN'),
    at: instant(),
  },
  indexes: [
    { name: 'opening_newest', properties: ['schoolId', 'at', 'id'] },
    {
      // A person and a key open a dossier once; each export is a reading of its own.
      name: 'opening_once',
      expression: `create unique index opening_once on app.opening (school_id, candidacy_id, reader_id, means) where means in ('SCREEN', 'KEY')`,
    },
  ],
});
/** Who opened a dossier and when: no reading of its content without one (ouverture). */
export class Opening extends opening.class {}
opening.setClass(Opening);

const readByReader = ['school_id', 'candidacy_id', 'reader_id', 'is_masked', 'at', 'ended_at'];
const assignment = defineEntity({
  name: 'Assignment',
  ...walled(
    'assignment',
    [
      allow('SU', ['app_school'], ownSchool),
      allow('I', ['app_school'], `${ownSchool} and assigner_id = ${me}`),
      allow('S', ['app_key'], ownSchool, readByReader),
      // Who gave it is the school's to know, and what was taken back is read no more.
      allow('S', ['app_reviewer'], `${ownSchool} and reader_id = ${me} and ended_at is null`, readByReader),
    ],
    [
      toCandidacy,
      'foreign key (school_id, reader_id) references app.membership (school_id, account_id)',
      'foreign key (school_id, act_id) references app.bulk_act (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    readerId: p.uuid().primary(),
    isMasked: p.boolean().default(false),
    at: instant().defaultRaw('app.clock()'),
    /** Null for what was assigned before it was recorded. */
    assignerId: p.uuid().strictNullable(),
    /** The act that moved it last, by which an undo knows what changed since. */
    actId: p.uuid().strictNullable(),
    endedAt: instantOrNull(),
  },
  indexes: [
    { properties: ['schoolId', 'readerId'] },
    // What is assigned to nobody is what is absent from here.
    {
      name: 'assignment_standing',
      expression: 'create index assignment_standing on app.assignment (school_id, candidacy_id) where ended_at is null',
    },
  ],
});
/** A candidacy given to one reader, who sees nothing else (affectation); it stands while it has no end. */
export class Assignment extends assignment.class {}
assignment.setClass(Assignment);
