import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { actingCandidate, anyone, me, ownSchool } from '../walls/rows.ts';

const audit = defineEntity({
  name: 'Audit',
  ...walled(
    'audit',
    [
      allow('S', ['app_school'], ownSchool),
      allow('I', ['app_school', 'app_reviewer'], `${ownSchool} and actor_id = ${me}`),
      // A school's trail names no candidate: no actor when the candidate acted.
      allow(
        'I',
        ['app_candidate'],
        `actor_id is null and exists (select from app.filing f where f.candidate_id = ${actingCandidate} and f.school_id = audit.school_id)`,
      ),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    actorId: p.uuid().strictNullable(),
    act: p.text(),
    objectId: p.uuid().strictNullable(),
    at: instant(),
  },
  indexes: [{ properties: ['schoolId', 'objectId'] }, { properties: ['schoolId', 'at', 'id'] }],
});
/** A school's trail (trace): who did what to which object; never content. */
export class Audit extends audit.class {}
audit.setClass(Audit);

const auditPerson = defineEntity({
  name: 'AuditPerson',
  ...walled('audit_person', [
    allow('I', ['app_candidate', 'app_platform', 'app_relay', 'app_totals'], `principal_id = ${me}`),
    allow('S', ['app_platform'], `${anyone} and hat = 'consortium'`),
  ]),
  properties: {
    id: randomId().primary(),
    principalId: p.uuid(),
    hat: p.text(),
    act: p.text(),
    objectId: p.uuid().strictNullable(),
    at: instant(),
  },
  indexes: [{ properties: ['at', 'id'] }],
});
/** Acts that belong to no school. */
export class AuditPerson extends auditPerson.class {}
auditPerson.setClass(AuditPerson);
