import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, textOrNull, walled } from '../walls/define-table.ts';
import { actingCandidate, anyone, me, ownSchool } from '../walls/rows.ts';

/**
 * Where the act came from: a keyed digest of the caller's network, that the gateway sets for its transaction. A default, so that every
 * entry has it, whoever writes it; null for what happens without a request.
 */
const network = () => p.text().strictNullable().defaultRaw(`NULLIF(current_setting('app.network'::text, true), ''::text)`);

const audit = defineEntity({
  name: 'Audit',
  ...walled(
    'audit',
    [
      allow('S', ['app_school'], ownSchool, ['school_id', 'id', 'actor_id', 'act', 'object_id', 'at', 'purpose']),
      allow('S', ['app_sealer'], anyone),
      allow('I', ['app_school', 'app_key', 'app_reviewer'], `${ownSchool} and actor_id = ${me}`),
      allow('I', ['app_effect'], `actor_id = ${me}`),
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
    /** What a confidential class was read for; null for ordinary writes. */
    purpose: textOrNull(),
    network: network(),
  },
  indexes: [
    { properties: ['schoolId', 'objectId'] },
    { properties: ['schoolId', 'at', 'id'] },
    { properties: ['schoolId', 'actorId', 'at', 'id'] },
    // For whoever seals: the newest entries of every school.
    { properties: ['at'] },
  ],
});
/** A school's trail (trace): who did what to which object; never content. */
export class Audit extends audit.class {}
audit.setClass(Audit);

const auditPerson = defineEntity({
  name: 'AuditPerson',
  ...walled('audit_person', [
    allow('I', ['app_candidate', 'app_platform', 'app_relay', 'app_totals', 'app_jobs', 'app_effect'], `principal_id = ${me}`),
    allow('S', ['app_platform'], `${anyone} and hat = 'consortium'`, [
      'id',
      'principal_id',
      'hat',
      'act',
      'object_id',
      'at',
      'purpose',
    ]),
    allow('S', ['app_sealer'], anyone),
  ]),
  properties: {
    id: randomId().primary(),
    principalId: p.uuid(),
    hat: p.text(),
    act: p.text(),
    objectId: p.uuid().strictNullable(),
    at: instant(),
    purpose: textOrNull(),
    network: network(),
  },
  indexes: [{ properties: ['at', 'id'] }, { properties: ['principalId', 'at', 'id'] }, { properties: ['objectId'] }],
});
/** Acts that belong to no school. */
export class AuditPerson extends auditPerson.class {}
auditPerson.setClass(AuditPerson);
