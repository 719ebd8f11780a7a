import type { CanaryWorld, PersonName, StaffName, SystemName } from '../canary-world.ts';
import { schoolOf, sideOf, staffNames, systemNames } from '../canary-world.ts';
import type { Principal } from './asking/principal.ts';
import type { Facts } from './facts.ts';
import type { Kind } from './policy.ts';

const kindOfStaff = { O: 'officer', A: 'admin', V: 'observer', R: 'reviewer' } as const;

/** The eighteen of the cases; a revoked key is nobody. */
export function principalsOf({ people }: CanaryWorld): readonly Principal[] {
  return Object.entries(people).map(([name, { cookie, email }]) => ({
    name,
    side: sideOrNull(name as PersonName),
    headers: isSystem(name)
      ? { authorization: `Bearer ${email}` }
      : { origin: 'http://127.0.0.1:4000', ...(cookie === null ? {} : { cookie }) },
  }));
}

const isSystem = (name: string): name is SystemName => (systemNames as readonly string[]).includes(name);
const isStaff = (name: string): name is StaffName => (staffNames as readonly string[]).includes(name);
const sideOrNull = (name: PersonName) => ((isStaff(name) || isSystem(name)) && name !== 'KX' ? sideOf(name) : null);

function kindOf(name: string): Kind {
  if (name === 'anonymous' || name === 'KX') return 'nobody';
  if (name === 'OP') return 'consortium';
  if (isSystem(name)) return 'key';
  return isStaff(name) ? kindOfStaff[name.charAt(0) as keyof typeof kindOfStaff] : 'candidate';
}

/** Who applied where, who reads what, and which ids are whose. */
export async function factsOf({ world, people }: CanaryWorld): Promise<Facts> {
  const schools = await world.sql<{ id: string; slug: string }>('select id, slug from app.school');
  const candidates = await world.sql<{ id: string; account: string }>('select id, account_id as account from app.candidate');
  const idOf = (slug: string) => schools.find((school) => school.slug === slug)?.id ?? '';
  const nameOf = new Map(Object.entries(people).map(([name, { accountId }]) => [accountId, name]));
  return {
    kindOf: Object.fromEntries(Object.keys(people).map((name) => [name, kindOf(name)])),
    receivedBy: { A: ['C1', 'C2'], B: ['C1', 'C3'] },
    assignedTo: { RA1: ['C1'], RA2: ['C2'], RB1: ['C1'] },
    broken: ['C3'],
    accountId: Object.fromEntries(Object.entries(people).map(([name, { accountId }]) => [name, accountId])),
    schoolId: { A: idOf(schoolOf.A), B: idOf(schoolOf.B) },
    candidateId: Object.fromEntries(candidates.map(({ id, account }) => [nameOf.get(account) ?? '', id])),
  };
}
