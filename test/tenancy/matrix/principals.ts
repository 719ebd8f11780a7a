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

/** The examples copy and open a campaign of three schools, invite at the third, and read one dossier of A in need, which A's trail tells; what ends was at B. */
function actsAt(idOf: (slug: string) => string): Facts['consortiumActsAt'] {
  const [A, third] = [idOf(schoolOf.A), idOf('imt-lille-douai')];
  const members = [A, idOf(schoolOf.B), third];
  return {
    campaign_member: members,
    notice_draft: members,
    notice_version: members,
    invitation: [third],
    break_glass: [A, idOf(schoolOf.B)],
    audit: [A],
  };
}

/** Who applied where, who reads what, and which ids are whose. */
export async function factsOf({ world, people }: CanaryWorld): Promise<Facts> {
  const schools = await world.sql<{ id: string; slug: string }>('select id, slug from app.school');
  const candidates = await world.sql<{ id: string; account: string }>('select id, account_id as account from app.candidate');
  const idOf = (slug: string) => schools.find((school) => school.slug === slug)?.id ?? '';
  const nameOf = new Map(Object.entries(people).map(([name, { accountId }]) => [accountId, name]));
  const accountsIn = async (table: string, where: string) =>
    (await world.sql<{ id: string }>(`select account_id as id from app.${table} ${where}`)).map(({ id }) => id);
  const ofSchool = (slug: string) => accountsIn('membership', `where school_id = '${idOf(slug)}'`);
  return {
    accountsOf: {
      A: await ofSchool(schoolOf.A),
      B: await ofSchool(schoolOf.B),
      consortium: await accountsIn('consortium_right', ''),
    },
    mayFileAt: [idOf(schoolOf.A), idOf(schoolOf.B)],
    consortiumActsAt: actsAt(idOf),
    schools: schools.map(({ id }) => id),
    kindOf: Object.fromEntries(Object.keys(people).map((name) => [name, kindOf(name)])),
    receivedBy: { A: ['C1', 'C2'], B: ['C1', 'C3'] },
    assignedTo: { RA1: ['C1'], RA2: ['C2'], RB1: ['C1'] },
    broken: ['C3'],
    accountId: Object.fromEntries(Object.entries(people).map(([name, { accountId }]) => [name, accountId])),
    schoolId: { A: idOf(schoolOf.A), B: idOf(schoolOf.B) },
    candidateId: Object.fromEntries(candidates.map(({ id, account }) => [nameOf.get(account) ?? '', id])),
  };
}
