import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, filed, me, ownSchool } from '../walls/rows.ts';

const own = `principal_id = ${me}`;

const table = defineEntity({
  name: 'BreakGlass',
  ...walled(
    'break_glass',
    [
      allow('S', ['app_platform'], own),
      // The administrator names a reference; which candidacy that is, an effect finds out and nobody else says.
      allow('I', ['app_platform'], `${own} and candidacy_id is null and ended_at is null`),
      allow('U', ['app_platform'], own, ['ended_at']),
      allow('S', ['app_school'], ownSchool, [
        'school_id',
        'id',
        'candidacy_id',
        'display_name',
        'reason',
        'at',
        'ends_at',
        'ended_at',
      ]),
      allow('S', ['app_candidate'], filed('break_glass'), ['school_id', 'candidacy_id', 'id', 'at']),
      allow('S', ['app_effect'], own),
      allow('U', ['app_effect'], own, ['candidacy_id']),
      allow('S', ['app_jobs'], anyone, ['school_id', 'id', 'ends_at', 'ended_at']),
      allow('U', ['app_jobs'], anyone, ['ended_at']),
    ],
    [
      'foreign key (school_id) references app.school (id)',
      'foreign key (school_id, candidacy_id) references app.candidacy (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    principalId: p.uuid().index(),
    /** The administrator's name as the school reads it. */
    displayName: p.text(),
    reference: p.text(),
    /** Written by the effect; null for the length of the statement that inserts the row. */
    candidacyId: p.uuid().strictNullable(),
    reason: p.text(),
    at: instant(),
    endsAt: instant(),
    endedAt: instantOrNull(),
  },
  indexes: [{ properties: ['schoolId', 'candidacyId'] }, { properties: ['schoolId', 'at', 'id'] }],
  checks: [
    { name: 'break_glass_lasts_thirty_minutes', expression: `ends_at > at and ends_at <= at + '00:30:00'::interval` },
    { name: 'break_glass_has_a_reason', expression: 'char_length(reason) >= 20 and char_length(reason) <= 500' },
  ],
});
/** One administrator of the consortium reads one dossier as one school received it, for thirty minutes (bris de glace). */
export class BreakGlass extends table.class {}
table.setClass(BreakGlass);
