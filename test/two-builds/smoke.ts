import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Client } from 'pg';
import type { Actor, Selected } from '../world/actor.ts';
import { acted, completeDossier, freshKey, type HeldDossier, shown, submit } from '../world/dossier.ts';
import type { Door } from './build-process.ts';
import { anOfficer, aPerson, at, nobody, type Person } from './people-of-both.ts';

const chosen = ['imt-mines-albi', 'imt-mines-ales'] as const;
const other = 'imt-lille-douai';

/** Those who look at what is sent: an officer of each chosen school, and one of a school that is not. */
export interface Staff {
  /** Past every wall, to plant. */
  readonly administrator: Client;
  readonly received: readonly Person[];
  readonly stranger: Person;
}

export const staffOf = async (administrator: Client): Promise<Staff> => ({
  administrator,
  received: [await anOfficer(administrator, chosen[0]), await anOfficer(administrator, chosen[1])],
  stranger: await anOfficer(administrator, other),
});

/** A dossier in the schools, its candidate, and who may read it. */
export interface Story {
  readonly candidate: Person;
  readonly held: HeldDossier;
}

/** What a dossier says at a moment: the number of the copy the schools hold, and the motivation in it. */
interface Said {
  readonly number: number;
  readonly motivation: string;
}

const queue = `query ($campaign: ID!) { desk { candidacies(campaignId: $campaign, first: 50) { edges { node { id dossier { reference number } } } } } }`;

/** The candidacies an officer is shown, by reference. */
export async function queueOf(officer: Actor, { campaignId }: HeldDossier): Promise<ReadonlyMap<string, Selected>> {
  const { desk } = await officer.read(queue, { campaign: campaignId });
  return new Map(desk.candidacies.edges.map(({ node }: Selected) => [node.dossier.reference, node]));
}

/** Written and sent through one build, taken back and sent again through the other; what both show of it in between, as faults. */
export async function toldThrough(doors: readonly [Door, Door], staff: Staff): Promise<Story & { faults: string[] }> {
  const [first, second] = doors;
  const candidate = await aPerson(staff.administrator, `smoke-${crypto.randomUUID()}@candidat.example`);
  const faults: string[] = [];
  const wanted = { schools: chosen, motivation: 'Écrit.' };
  let held = await submit(at(first, candidate), await completeDossier(at(first, candidate), wanted));
  faults.push(...(await seen(doors, { candidate, held, number: 1, motivation: 'Écrit.' }, staff)));
  held = await acted(at(second, candidate), held, ['recallApplication', {}]);
  held = await acted(at(first, candidate), held, ['saveAnswers', { answers: { motivation: 'Relu.' } }]);
  held = await submit(at(second, candidate), held);
  faults.push(...(await seen(doors, { candidate, held, number: 2, motivation: 'Relu.' }, staff)));
  return { candidate, held, faults };
}

const opens = `mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) {
  candidacy { dossier { number answers { text } } } userErrors { code } } }`;

/** What an officer reads of a candidacy, opened as every reading is; null where it is not in the queue. */
async function readBy(officer: Actor, held: HeldDossier): Promise<string | null> {
  const found = (await queueOf(officer, held)).get(held.reference);
  if (!found) return null;
  const { openCandidacy } = await officer.read(opens, { input: { candidacyId: found.id, idempotencyKey: freshKey() } });
  const { number, answers } = openCandidacy.candidacy.dossier;
  return `${found.dossier.number} ${number} ${answers[0]?.text}`;
}

async function seen(
  doors: readonly Door[],
  { candidate, held, number, motivation }: Story & Said,
  { received, stranger }: Staff,
): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const [index, door] of doors.entries()) {
    const { state, version, answers } = await shown(at(door, candidate), held, 'state version answers { text }');
    if (state !== 'SUBMITTED' || version !== held.version) faults.push(`build ${index}: its candidate sees ${state} ${version}`);
    if (answers[0]?.text !== motivation) faults.push(`build ${index}: its candidate reads ${answers[0]?.text}`);
    for (const officer of received) {
      const read = await readBy(at(door, officer), held);
      if (read === null) faults.push(`build ${index}: a chosen school sees nothing`);
      else if (read !== `${number} ${number} ${motivation}`) faults.push(`build ${index}: a chosen school reads ${read}`);
    }
    if ((await queueOf(at(door, stranger), held)).has(held.reference))
      faults.push(`build ${index}: a school sees what is not its own`);
  }
  return faults;
}

const byId = 'query ($id: ID!) { node(id: $id) { id } }';

/** Whether a build keeps to itself what is not the asker's: what is foreign is answered as what is not, byte for byte. */
export async function secretsTold(
  door: Door,
  { held }: Story,
  { administrator, received, stranger }: Staff,
): Promise<readonly string[]> {
  const [officer] = received;
  const candidacy = (await queueOf(at(door, officer as Person), held)).get(held.reference)?.id;
  if (!candidacy) return ['the school’s own officer is not shown the candidacy that others are asked about'];
  const somebody = await aPerson(administrator, `other-${crypto.randomUUID()}@candidat.example`);
  const faults: string[] = [];
  for (const [who, type, id] of [
    [somebody, 'Application', held.applicationId],
    [stranger, 'Application', held.applicationId],
    [stranger, 'Candidacy', candidacy],
    [somebody, 'Candidacy', candidacy],
    [nobody, 'Application', held.applicationId],
  ] as const) {
    const answers = await Promise.all(
      [id, encodeId(type, crypto.randomUUID())].map(async (each) => plain(await at(door, who).ask(byId, { id: each }))),
    );
    if (answers[0] !== answers[1] || answers[0]?.includes(held.reference))
      faults.push(`${who.email} ${type}: ${answers.join(' / ')}`);
    if (!/NOT_FOUND|UNAUTHENTICATED|FORBIDDEN|"node":null/.test(answers[0] ?? ''))
      faults.push(`${who.email} ${type}: ${answers[0]}`);
  }
  return faults;
}

const plain = ({ status, body }: { readonly status: number; readonly body: string }) =>
  `${status} ${body.replaceAll(/"traceId":"[^"]*"|"available":\d+/g, '')}`;
