import { schoolFunctions } from '@guichet/domain/account/school-function';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, walled } from '../walls/define-table.ts';
import { filed, me, ownSchool } from '../walls/rows.ts';

const toCandidacy = 'foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)';

const opening = defineEntity({
  name: 'Opening',
  ...walled(
    'opening',
    [
      allow('S', ['app_school'], ownSchool),
      allow('S', ['app_reviewer'], `${ownSchool} and reader_id = ${me}`),
      allow('I', ['app_school', 'app_reviewer'], `${ownSchool} and reader_id = ${me}`),
      // The candidate reads when and in which function, never who.
      allow('S', ['app_candidate'], filed('opening'), ['school_id', 'candidacy_id', 'id', 'function', 'at']),
    ],
    [toCandidacy],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    readerId: p.uuid().primary(),
    /** What the candidate's list of readings pages by, the reader being hidden from it. */
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    function: p.enum(schoolFunctions),
    at: instant(),
  },
});
/** Who opened a dossier and when: no reading of its content without one (ouverture). */
export class Opening extends opening.class {}
opening.setClass(Opening);

const assignment = defineEntity({
  name: 'Assignment',
  ...walled(
    'assignment',
    [allow('SIU', ['app_school'], ownSchool), allow('S', ['app_reviewer'], `${ownSchool} and reader_id = ${me}`)],
    [toCandidacy],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    readerId: p.uuid().primary(),
    isMasked: p.boolean().default(false),
  },
  indexes: [{ properties: ['schoolId', 'readerId'] }],
});
/** A candidacy given to one reader, who sees nothing else (affectation). */
export class Assignment extends assignment.class {}
assignment.setClass(Assignment);
