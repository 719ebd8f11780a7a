import type { Contact, Identity, Unfinished } from '@guichet/domain/application/application';
import { allow } from '../walls/allow.ts';
import { defineEntity, p, randomId, walled } from '../walls/define-table.ts';
import { actingCandidate, me } from '../walls/rows.ts';

// Whoever is told that an administrator of the consortium reads their dossier.
const read = `exists (select from app.dossier_head h join app.break_glass b on b.school_id = h.school_id and b.reference = h.reference
  where h.candidate_id = candidate.id and b.principal_id = ${me} and b.ended_at is null)`;
const table = defineEntity({
  name: 'Candidate',
  ...walled('candidate', [
    allow('S', ['app_person'], `account_id = ${me}`, ['id', 'account_id']),
    allow('I', ['app_person'], `account_id = ${me}`),
    allow('SU', ['app_candidate'], `id = ${actingCandidate} and account_id = ${me}`),
    allow('S', ['app_effect'], read, ['id', 'account_id']),
  ]),
  properties: {
    id: randomId().primary(),
    accountId: p.uuid().unique(),
    identity: p.json<Unfinished<Identity> | null>().strictNullable(),
    contact: p.json<Unfinished<Contact> | null>().strictNullable(),
    /** Made by `pnpm seed` or the demonstration; never a person. */
    isSynthetic: p.boolean().default(false),
  },
});
/** One identity for every school and year (candidat). */
export class Candidate extends table.class {}
table.setClass(Candidate);
