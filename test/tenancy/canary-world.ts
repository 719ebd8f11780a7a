import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { apiScopes } from '@guichet/domain/key/api-scope';
import type { Actor } from '../world/actor.ts';
import { acted, completeDossier, type HeldDossier, submit } from '../world/dossier.ts';
import { askToRevoke, madeKey, systemWith } from '../world/key-desk.ts';
import { aWorld, type World } from '../world/world.ts';
import { Canaries } from './canaries.ts';
import { assign, candidaciesOf } from './canary-candidacies.ts';
import { keepWorkingNotes } from './canary-desk.ts';
import { canaryDossier, titleOf } from './canary-dossier.ts';

/** The two schools of the fixture; a third is a member and receives nothing. */
export const schoolOf = { A: 'imt-mines-albi', B: 'imt-mines-ales' } as const;
export type Side = keyof typeof schoolOf;

/** The fixture of the cases: who is who. */
export interface CanaryWorld {
  readonly world: World;
  readonly canaries: Canaries;
  readonly people: Readonly<Record<PersonName, Actor>>;
  readonly dossiers: Readonly<Record<'C1' | 'C2' | 'C3', HeldDossier>>;
  /** Candidacy of a candidate at a school, by `C1 at A`, as its uuid. */
  readonly candidacies: Readonly<Record<string, string>>;
}

const staff = {
  OA: ['A', ['OFFICER']],
  OB: ['B', ['OFFICER']],
  VA: ['A', ['OBSERVER']],
  AA: ['A', ['ADMIN']],
  AB: ['B', ['ADMIN']],
  RA1: ['A', ['REVIEWER']],
  RA2: ['A', ['REVIEWER']],
  RB1: ['B', ['REVIEWER']],
} as const satisfies Record<string, readonly [Side, readonly SchoolFunction[]]>;

/** Systems of the schools: KA only reads, KW and KB write too, KX was revoked. */
const systems = { KA: 'A', KW: 'A', KX: 'A', KB: 'B' } as const satisfies Record<string, Side>;
const reads = apiScopes.filter((scope) => scope.endsWith('_READ'));

export type StaffName = keyof typeof staff;
export type SystemName = keyof typeof systems;
export type PersonName = StaffName | SystemName | 'anonymous' | 'C1' | 'C2' | 'C3' | 'C4' | 'OP';
export const staffNames = Object.keys(staff) as StaffName[];
export const systemNames = Object.keys(systems) as SystemName[];
export const sideOf = (name: StaffName | SystemName): Side =>
  name in systems ? systems[name as SystemName] : staff[name as StaffName][0];

const applied = { C1: ['A', 'B'], C2: ['A'], C3: ['B'] } as const;

/** Two schools, four candidates, everybody's own words; C1 filed at both, C2 at A, C3 at B, C4 nowhere. */
export async function aCanaryWorld(): Promise<CanaryWorld> {
  const world = await aWorld();
  const canaries = new Canaries();
  const members = await membersOf(world);
  const people = {
    anonymous: world.nobody,
    ...members,
    ...(await systemsOf(world, canaries, members)),
    ...(await candidatesOf(world)),
    OP: await world.consortium(),
  };
  nameAddresses(canaries, people);
  const [listed] = await world.sql<{ uai: string }>('select uai from app.institution order by uai limit 1');
  const held = Object.entries(applied).map(async ([name, sides]) => {
    const schools = sides.map((side) => schoolOf[side]);
    const wanted = canaryDossier(canaries, { owner: name, schools, uai: listed?.uai ?? '', ...titleOf(canaries, name) });
    const person = people[name as 'C1'];
    const draft = await completeDossier(person, wanted);
    const arrangements = { needs: ['OTHER'], text: canaries.of(name, 'arrangements.text') };
    return [name, await submit(person, await acted(person, draft, ['saveArrangements', { arrangements }]))] as const;
  });
  const dossiers = Object.fromEntries(await Promise.all(held)) as CanaryWorld['dossiers'];
  for (const [name, { reference }] of Object.entries(dossiers))
    canaries.drawn({ owner: name, place: 'candidacy.reference' }, () => reference);
  const candidacies = await candidaciesOf(world, { dossiers, schoolOf });
  await nameMembers(world, canaries, people);
  await inviteSomebody(world, canaries, people);
  await assign(world, people, candidacies);
  const campaignId = dossiers.C1.campaignId;
  const desks = { OA: 'C2 at A', OB: 'C3 at B' } as const;
  for (const [name, at] of Object.entries(desks)) {
    const officer = people[name as 'OA'];
    const owner = `staff ${sideOf(name as 'OA')}`;
    await keepWorkingNotes({ canaries, officer, owner, campaignId, candidacy: candidacies[at] ?? '' });
  }
  return { world, canaries, people, dossiers, candidacies };
}

async function membersOf(world: World) {
  const found: [string, Actor][] = [];
  for (const [name, [side, functions]] of Object.entries(staff)) {
    found.push([name, await world.member(schoolOf[side], functions, name)]);
  }
  return Object.fromEntries(found) as Record<StaffName, Actor>;
}

/** What a key is called is known in its own school alone; what it is shown as stands for an address, which no log may hold. */
async function systemsOf(world: World, canaries: Canaries, members: Record<StaffName, Actor>) {
  const found: [string, Actor][] = [];
  for (const name of systemNames) {
    const side = sideOf(name);
    const admin = members[`A${side}`];
    const called = { name: canaries.of(`staff ${side}`, `${name}.displayName`) };
    const { id, secret } = await madeKey(admin, name === 'KA' ? reads : apiScopes, called);
    if (name === 'KX') await askToRevoke(admin, id);
    const keyId = Buffer.from(id, 'base64url').toString().split(':')[1] ?? '';
    found.push([name, { ...systemWith(world, secret), accountId: keyId, email: secret }]);
  }
  return Object.fromEntries(found) as Record<SystemName, Actor>;
}

async function candidatesOf(world: World) {
  const [C1, C2] = [await world.candidate('C1'), await world.candidate('C2')];
  return { C1, C2, C3: await world.candidate('C3'), C4: await world.candidate('C4') };
}

/** A candidate's address is known to nobody else, nor is that of who administers the consortium. */
function nameAddresses(canaries: Canaries, people: Readonly<Record<'C1' | 'C2' | 'C3' | 'C4' | 'OP', Actor>>) {
  for (const name of ['C1', 'C2', 'C3', 'C4', 'OP'] as const)
    canaries.drawn({ owner: name, place: 'person.email' }, () => people[name].email);
}

/** A member's name is known in their own school alone. */
async function nameMembers(world: World, canaries: Canaries, people: Record<StaffName, Actor>) {
  for (const name of staffNames) {
    await world.sql('update app.membership set display_name = $1 where account_id = $2', [
      canaries.of(`staff ${sideOf(name)}`, `${name}.displayName`),
      people[name].accountId,
    ]);
  }
}

/** Whom a school invites is known to its administrators alone. */
async function inviteSomebody(world: World, canaries: Canaries, people: Record<StaffName, Actor>) {
  for (const name of ['AA', 'AB'] as const) {
    const word = canaries.of(`staff ${sideOf(name)}`, `${name}.invited`);
    await world.sql(
      `insert into app.invitation (school_id, id, email, display_name, functions, digest, inviter_id, at, expires_at)
       select id, gen_random_uuid(), $1, $2, '{OFFICER}', sha256(convert_to($2, 'UTF8')), $3, app.clock(), app.clock() + interval '1 day'
       from app.school where slug = $4`,
      [`${word.toLowerCase()}@ecole.example`, word, people[name].accountId, schoolOf[sideOf(name)]],
    );
  }
}
