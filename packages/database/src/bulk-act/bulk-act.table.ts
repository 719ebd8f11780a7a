import { bulkActKinds, keptOutcomes, undoOutcomes } from '@guichet/domain/bulk-act/bulk-act';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { me, ownSchool } from '../walls/rows.ts';

const act = defineEntity({
  name: 'BulkAct',
  ...walled(
    'bulk_act',
    [
      // Whoever did it may take it back, nobody else.
      allow('SI', ['app_school'], `${ownSchool} and actor_id = ${me}`),
      allow('U', ['app_school'], `${ownSchool} and actor_id = ${me}`, ['undone_at']),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    actorId: p.uuid(),
    kind: p.enum(bulkActKinds),
    at: instant(),
    undoneAt: instantOrNull(),
  },
});
/** One act on several candidacies at once, that its author may take back (acte en nombre). */
export class BulkAct extends act.class {}
act.setClass(BulkAct);

const item = defineEntity({
  name: 'BulkActItem',
  ...walled(
    'bulk_act_item',
    [allow('SI', ['app_school'], ownSchool), allow('U', ['app_school'], ownSchool, ['undo_outcome'])],
    [
      'foreign key (school_id, act_id) references app.bulk_act (school_id, id)',
      'foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    actId: p.uuid().primary(),
    /** Place of the candidacy in the list given, from 0. */
    place: p.integer().primary(),
    /** The reader's account, or the label. */
    subjectId: p.uuid().primary(),
    /** Null for an id that is none of this school's: what was typed is kept nowhere. */
    candidacyId: p.uuid().strictNullable(),
    outcome: p.enum(keptOutcomes),
    /** Null until the act is taken back, and for what it did not change. */
    undoOutcome: p.enum(undoOutcomes).strictNullable(),
  },
});
/** What an act did to one candidacy. */
export class BulkActItem extends item.class {}
item.setClass(BulkActItem);
