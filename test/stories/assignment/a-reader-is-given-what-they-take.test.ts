import { encodeId } from '@guichet/gateway/connection/node-id';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';
import {
  acted,
  foreseen,
  opaque,
  openCampaign,
  personId,
  profiled,
  readersOf,
  readingsOf,
  specialismId,
  tally,
} from './assigning.ts';

let world: World;
let officer: Actor;
let other: Actor;
let campaignId: string;
const people: Record<string, Actor> = {};
const ids: Record<string, string> = {};

const school = 'imt-lille-douai';
const planted = (n: number, specialism = 'chemistry') =>
  Array.from({ length: n }, (_, place) => ({ lastName: `Nom${place}`, specialism }));
const propose = `query ($input: ProposalInput!) { desk { proposedAssignments(input: $input) {
  candidacy { id } reader { id displayName } because } } }`;
const proposed = async (input: object): Promise<readonly Selected[]> =>
  (await officer.read(propose, { input: { campaignId, ...input } })).desk.proposedAssignments;
const named = (found: readonly Selected[]) => found.map(({ reader, because }) => reader?.displayName.split('@')[0] ?? because);

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER'], 'Odile');
  other = await world.member(school, ['ADMIN'], 'Ada');
  for (const name of ['Agnès', 'Bruno', 'Chloé']) {
    const person = await world.member(school, ['REVIEWER'], name);
    people[name] = person;
    ids[name] = await personId(world, person);
  }
  campaignId = await openCampaign(world);
});
afterAll(() => world.close());

describe('a reader’s profile', () => {
  test('an officer says what each reads and how much they take, once per version', async () => {
    const chemistry = await specialismId(world, 'chemistry');
    const set = await profiled(officer, { readerId: ids.Agnès, specialismIds: [chemistry], largestLoad: 3 });
    expect(set).toEqual({
      readerProfile: { person: { id: ids.Agnès }, specialisms: [{ code: 'chemistry', version: 1 }], largestLoad: 3, version: 1 },
      userErrors: [],
    });
    const stale = await profiled(other, { readerId: ids.Agnès, largestLoad: 9 });
    expect(stale).toMatchObject({ readerProfile: null, userErrors: [{ code: 'STALE_VERSION' }] });
    await profiled(other, { readerId: ids.Bruno, specialismIds: [chemistry], largestLoad: 6 });
    expect(await readersOf(officer, campaignId)).toEqual(['agn-s: 0 of 3', 'bruno: 0 of 6', 'chlo-: 0 of any']);
  });

  test('nobody takes none or more than 500, and only a reviewer reads', async () => {
    const refused = async (input: object) => (await profiled(officer, input)).userErrors.map(({ code }: Selected) => code);
    expect(await refused({ readerId: ids.Chloé, largestLoad: 0 })).toEqual(['NUMBER_OUT_OF_RANGE']);
    expect(await refused({ readerId: ids.Chloé, largestLoad: 501 })).toEqual(['NUMBER_OUT_OF_RANGE']);
    expect(await refused({ readerId: await personId(world, other) })).toEqual(['NOT_A_READER']);
  });

  test('B-03 another school’s reader answers as nobody, to set and to assign', async () => {
    const stranger = await world.member('imt-mines-albi', ['REVIEWER'], 'Sacha');
    const [mine = ''] = opaque(await plantQueue(world, school, planted(1)));
    const answers: string[] = [];
    for (const readerId of [await personId(world, stranger), encodeId('Person', crypto.randomUUID()), 'malformed']) {
      const idempotencyKey = crypto.randomUUID();
      const assign = 'mutation ($input: AssignReadersInput!) { assignReaders(input: $input) { bulkAct { id } } }';
      const set = 'mutation ($input: SetReaderProfileInput!) { setReaderProfile(input: $input) { readerProfile { version } } }';
      const one = await officer.ask(assign, { input: { candidacyIds: [mine], readerIds: [readerId], idempotencyKey } });
      const two = await officer.ask(set, {
        input: { readerId, specialismIds: [], expectedVersion: 0, idempotencyKey: `${idempotencyKey}-2` },
      });
      answers.push(JSON.stringify([one.status, one.data, one.errors, two.status, two.data, two.errors]));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('NOT_FOUND');
  });
});

describe('readers are proposed, and assigned only when somebody says so', () => {
  test('by specialism, each goes to whoever reads the first one, in proportion to what they take', async () => {
    const chemists = opaque(await plantQueue(world, school, planted(9)));
    const found = await proposed({ candidacyIds: chemists, manner: 'BY_SPECIALISM' });
    expect(named(found)).toEqual(['agn-s', 'bruno', 'bruno', 'agn-s', 'bruno', 'bruno', 'agn-s', 'bruno', 'bruno']);
    expect(await readingsOf(people.Agnès as Actor)).toEqual([]);
    const assignments = found.map(({ candidacy, reader }) => ({ candidacyId: candidacy.id, readerId: reader.id }));
    const { bulkAct } = await acted(officer, 'assignAsProposed', { assignments });
    expect(tally(bulkAct.outcomes)).toEqual({ DONE: 9 });
    expect(await readersOf(officer, campaignId)).toEqual(['agn-s: 3 of 3', 'bruno: 6 of 6', 'chlo-: 0 of any']);
    const [more = ''] = opaque(await plantQueue(world, school, planted(1)));
    expect(named(await proposed({ candidacyIds: [more], manner: 'BY_SPECIALISM' }))).toEqual(['EVERYBODY_IS_FULL']);
  });

  test('a specialism nobody reads is said to be read by nobody; by load it goes to whoever has room', async () => {
    const [row] = await world.sql<{ code: string }>(`select code from app.specialism where code <> 'chemistry' limit 1`);
    const [one = ''] = opaque(await plantQueue(world, school, planted(1, row?.code)));
    expect(named(await proposed({ candidacyIds: [one], manner: 'BY_SPECIALISM' }))).toEqual(['NOBODY_READS_IT']);
    expect(named(await proposed({ candidacyIds: [one], manner: 'BY_LOAD' }))).toEqual(['chlo-']);
  });

  test('a filter is proposed for as a list is, what has its readers left out', async () => {
    const all = await proposed({ manner: 'BY_LOAD', filter: { states: ['RECEIVED'] } });
    expect(new Set(named(all))).toEqual(new Set(['chlo-']));
    expect(all).toHaveLength(3);
    const twice = await proposed({ manner: 'BY_LOAD', readersEach: 2 });
    expect(tally(twice.map(({ reader, because }) => ({ outcome: reader ? 'SOMEBODY' : because })))).toEqual({
      SOMEBODY: 12,
      EVERYBODY_IS_FULL: 3,
    });
  });
});

describe('however many wait for nobody any more', () => {
  test('whoever still waits for a reader is proposed one: neither the withdrawn nor the read take their place', async () => {
    const theirs = 'imt-mines-ales';
    const ales = await world.member(theirs, ['OFFICER'], 'Olga');
    const reader = await world.member(theirs, ['REVIEWER'], 'Rémi');
    const first = (n: number, state: string) =>
      Array.from({ length: n }, (_, place) => ({ lastName: `Nom${place}`, state, receivedAt: '2027-01-20T08:00:00Z' }));
    await plantQueue(world, theirs, first(100, 'WITHDRAWN'));
    const read = opaque(await plantQueue(world, theirs, first(100, 'RECEIVED')));
    await acted(ales, 'assignReaders', { candidacyIds: read, readerIds: [await personId(world, reader)] });
    const [left = ''] = opaque(await plantQueue(world, theirs, [{ lastName: 'Attend', receivedAt: '2027-01-21T08:00:00Z' }]));
    for (const filter of [null, { isUnassigned: true }]) {
      const input = { campaignId, manner: 'BY_LOAD', filter };
      const found = (await ales.read(propose, { input })).desk.proposedAssignments;
      expect(found.map(({ candidacy, reader: by }: Selected) => [candidacy.id, by.displayName])).toEqual([[left, reader.email]]);
    }
  });
});

describe('nobody is given more than they take', () => {
  test('the whole act is refused, naming who is full; nothing is assigned', async () => {
    const more = opaque(await plantQueue(world, school, planted(2)));
    const preview = await foreseen(officer, { kind: 'ASSIGN', candidacyIds: more, readerIds: [ids.Agnès, ids.Chloé] });
    expect(preview.summary).toBe('2\u00a0dossiers, 4\u00a0lectures, 2\u00a0au-delà de la charge');
    const refused = await acted(officer, 'assignReaders', { candidacyIds: more, readerIds: [ids.Agnès, ids.Chloé] });
    expect(refused.userErrors).toEqual([{ code: 'READER_FULL', message: expect.stringContaining('5 dossiers et en prend 3') }]);
    expect(await readingsOf(people.Chloé as Actor)).toEqual([]);
  });

  test('to somebody who reads nothing, or left, the preview foresees the refusal, and takes no room of the others for it', async () => {
    const more = opaque(await plantQueue(world, school, planted(2)));
    const gone = await world.member(school, ['REVIEWER'], 'Gaël');
    const goneId = await personId(world, gone);
    await world.sql('update app.membership set ended_at = app.clock() where account_id = $1', [gone.accountId]);
    const readerIds = [await personId(world, other), goneId, ids.Chloé];
    const preview = await foreseen(officer, { kind: 'ASSIGN', candidacyIds: more, readerIds });
    expect(tally(preview.outcomes)).toEqual({ NOT_A_READER: 4, DONE: 2 });
    expect(preview.summary).toBe('2\u00a0dossiers, 6\u00a0lectures, 4\u00a0à une personne qui n’évalue pas');
    const { bulkAct, userErrors } = await acted(officer, 'assignReaders', { candidacyIds: more, readerIds });
    expect([bulkAct, userErrors.map(({ code }: Selected) => code)]).toEqual([null, ['NOT_A_READER', 'NOT_A_READER']]);
    // What somebody who left still has may be taken back.
    const back = await foreseen(officer, { kind: 'UNASSIGN', candidacyIds: more, readerIds });
    expect(tally(back.outcomes)).toEqual({ ALREADY: 6 });
  });

  test('two officers at once never pass a load together, in any of ten rounds', async () => {
    await profiled(officer, { readerId: ids.Chloé, largestLoad: 5 });
    for (let round = 0; round < 10; round += 1) {
      const all = opaque(await plantQueue(world, school, planted(8)));
      const taken = await Promise.all([
        acted(officer, 'assignReaders', { candidacyIds: all.slice(0, 4), readerIds: [ids.Chloé] }),
        acted(other, 'assignReaders', { candidacyIds: all.slice(4), readerIds: [ids.Chloé] }),
      ]);
      expect(taken.map(({ userErrors }) => userErrors.length).toSorted()).toEqual([0, 1]);
      expect(await readingsOf(people.Chloé as Actor)).toHaveLength(4);
      await acted(officer, 'unassignReaders', { candidacyIds: all, readerIds: [ids.Chloé] });
    }
  });

  test('two officers who give the same dossier to the same reader give it once, and the second is told', async () => {
    const same = opaque(await plantQueue(world, school, planted(3)));
    const given = { candidacyIds: same, readerIds: [ids.Chloé] };
    const acts = await Promise.all([acted(officer, 'assignReaders', given), acted(other, 'assignReaders', given)]);
    const outcomes = acts.map(({ bulkAct }) => tally(bulkAct.outcomes));
    expect(outcomes).toEqual(expect.arrayContaining([{ DONE: 3 }, { ALREADY: 3 }]));
    expect(await readingsOf(people.Chloé as Actor)).toHaveLength(3);
  });

  test('taking back a taking back gives nobody more than they take', async () => {
    const before = await readingsOf(people.Chloé as Actor);
    const { bulkAct } = await acted(officer, 'unassignReaders', { candidacyIds: before, readerIds: [ids.Chloé] });
    const meanwhile = opaque(await plantQueue(world, school, planted(5)));
    await acted(other, 'assignReaders', { candidacyIds: meanwhile, readerIds: [ids.Chloé] });
    const { userErrors } = await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id });
    expect(userErrors.map(({ code }: Selected) => code)).toEqual(['READER_FULL']);
    await acted(other, 'unassignReaders', { candidacyIds: meanwhile, readerIds: [ids.Chloé] });
    const undone = (await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id })).bulkAct;
    expect(tally(undone.outcomes, 'undoOutcome')).toEqual({ UNDONE: before.length });
    expect((await readingsOf(people.Chloé as Actor)).toSorted()).toEqual(before.toSorted());
  });
});
