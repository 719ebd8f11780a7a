import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, walled } from '../walls/define-table.ts';
import { anyone } from '../walls/rows.ts';

/** A link: the entry it seals, and SHA-256 of the link before it with that entry, in lower-case hexadecimal. */
const link = () => ({ auditId: p.uuid(), digest: p.text(), sealedAt: instant() });

const ofSchool = defineEntity({
  name: 'AuditChain',
  ...walled('audit_chain', [allow('SI', ['app_sealer'], anyone)], ['foreign key (school_id) references app.school (id)']),
  properties: { schoolId: p.uuid().primary(), number: p.integer().primary(), ...link() },
  uniques: [{ properties: ['schoolId', 'auditId'] }],
});
/** A school's trail, sealed entry by entry (chaîne d’empreintes). */
export class AuditChain extends ofSchool.class {}
ofSchool.setClass(AuditChain);

const ofPersons = defineEntity({
  name: 'AuditPersonChain',
  ...walled('audit_person_chain', [allow('SI', ['app_sealer'], anyone)]),
  // An integer key alone would be counted by the database.
  properties: { number: p.integer().unique(), ...link(), auditId: p.uuid().primary() },
});
/** The trail of acts that belong to no school, sealed the same way. */
export class AuditPersonChain extends ofPersons.class {}
ofPersons.setClass(AuditPersonChain);
