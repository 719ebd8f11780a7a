import {
  type CanaryWorld,
  type PersonName,
  type StaffName,
  type SystemName,
  schoolOf,
  sideOf,
  systemNames,
} from '../canary-world.ts';
import type { Claims } from './acting.ts';

export type ClaimsByName = Readonly<Record<PersonName, Claims>>;

/** What the gateway would seal for each person of the fixture. */
export async function claimsOf({ world, people }: CanaryWorld): Promise<ClaimsByName> {
  const schools = await world.sql<{ id: string; slug: string }>('select id, slug from app.school');
  const candidates = await world.sql<{ id: string; account_id: string }>('select id, account_id from app.candidate');
  const schoolId = (name: StaffName) => schools.find(({ slug }) => slug === schoolOf[sideOf(name)])?.id;
  const forStaff = (name: StaffName): Claims => ({
    role: name.startsWith('R') ? 'app_reviewer' : 'app_school',
    principal: people[name].accountId,
    school: schoolId(name),
  });
  const forSystem = (name: SystemName): Claims => ({
    role: 'app_key',
    principal: people[name].accountId,
    school: schools.find(({ slug }) => slug === schoolOf[sideOf(name)])?.id,
  });
  const forCandidate = (name: 'C1' | 'C2' | 'C3' | 'C4'): Claims => ({
    role: 'app_candidate',
    principal: people[name].accountId,
    candidate: candidates.find((row) => row.account_id === people[name].accountId)?.id,
  });
  return {
    anonymous: { role: 'app_public' },
    ...byName(['OA', 'OB', 'VA', 'AA', 'AB', 'RA1', 'RA2', 'RB1'], forStaff),
    ...byName(systemNames, forSystem),
    ...byName(['C1', 'C2', 'C3', 'C4'], forCandidate),
    OP: { role: 'app_platform', principal: people.OP.accountId },
  };
}

const byName = <Name extends string>(names: readonly Name[], make: (name: Name) => Claims) =>
  Object.fromEntries(names.map((name) => [name, make(name)])) as Record<Name, Claims>;
