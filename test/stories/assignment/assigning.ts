import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import type { World } from '../../world/world.ts';

const bulkAct = `bulkAct { id kind summary undoneAt outcomes { place outcome undoOutcome candidacy { id } reader { id displayName } } }
  userErrors { code message }`;

const acts = {
  assignReaders: 'AssignReadersInput',
  assignAsProposed: 'AssignAsProposedInput',
  unassignReaders: 'UnassignReadersInput',
  labelCandidacies: 'LabelCandidaciesInput',
  unlabelCandidacies: 'UnlabelCandidaciesInput',
  undoBulkAct: 'UndoBulkActInput',
} as const;

/** One act on several candidacies as somebody; its payload. */
export async function acted(person: Actor, act: keyof typeof acts, input: object): Promise<Selected> {
  const document = `mutation ($input: ${acts[act]}!) { ${act}(input: $input) { ${bulkAct} } }`;
  return (await person.read(document, { input: { idempotencyKey: freshKey(), ...input } }))[act];
}

/** Foresees an act. */
export async function foreseen(person: Actor, input: object): Promise<Selected> {
  const document = `query ($input: BulkPreviewInput!) { desk { bulkPreview(input: $input) { summary
    outcomes { place outcome candidacy { id } reader { id } } } } }`;
  return (await person.read(document, { input })).desk.bulkPreview;
}

/** Sets a reader's profile; its payload. */
export async function profiled(person: Actor, input: object): Promise<Selected> {
  const document = `mutation ($input: SetReaderProfileInput!) { setReaderProfile(input: $input) {
    readerProfile { person { id } specialisms { code version } largestLoad version } userErrors { code path } } }`;
  const given = { idempotencyKey: freshKey(), specialismIds: [], largestLoad: null, expectedVersion: 0, ...input };
  return (await person.read(document, { input: given })).setReaderProfile;
}

/** The readers of a campaign, one line each: name, what they take, what they have. */
export async function readersOf(person: Actor, campaignId: string): Promise<readonly string[]> {
  const document = `query ($campaignId: ID!) { desk { readers(campaignId: $campaignId) {
    load isReading profile { largestLoad person { displayName } specialisms { code } } } } }`;
  const { desk } = await person.read(document, { campaignId });
  return desk.readers.map(({ load, isReading, profile }: Selected) => {
    const takes = `${load} of ${profile.largestLoad ?? 'any'}`;
    return [profile.person.displayName.split('@')[0], takes, ...(isReading ? [] : ['to be reassigned'])].join(': ');
  });
}

/** Ids of a school's readings as its reader lists them. */
export async function readingsOf(reader: Actor): Promise<readonly string[]> {
  const { reading } = await reader.read('{ reading { readings(first: 100) { edges { node { candidacy { id } } } } } }');
  return reading.readings.edges.map(({ node }: Selected) => node.candidacy.id);
}

/** What a person is called by in a school: their membership's id. */
export async function personId(world: World, { accountId }: Actor): Promise<string> {
  const [row] = await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [accountId]);
  return encodeId('Person', row?.id ?? '');
}

/** The open campaign's id. */
export async function openCampaign(world: World): Promise<string> {
  const [row] = await world.sql<{ id: string }>(`select id from app.campaign where state = 'OPEN'`);
  return encodeId('Campaign', row?.id ?? '');
}

/** A specialism's id by its code. */
export async function specialismId(world: World, code: string): Promise<string> {
  const [row] = await world.sql<{ id: string }>('select id from app.specialism where code = $1', [code]);
  return encodeId('Specialism', row?.id ?? '');
}

export const opaque = (uuids: readonly string[]): readonly string[] => uuids.map((uuid) => encodeId('Candidacy', uuid));

/** How often each outcome stands in an act. */
export const tally = (outcomes: readonly Selected[], field: 'outcome' | 'undoOutcome' = 'outcome') =>
  Object.fromEntries([...Map.groupBy(outcomes, (each) => each[field])].map(([key, all]) => [key, all.length]));
