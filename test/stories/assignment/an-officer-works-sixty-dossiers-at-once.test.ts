import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { countStatements } from '../../world/count-statements.ts';
import { freshKey } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { aWorld, type World } from '../../world/world.ts';
import { acted, foreseen, opaque, personId, readingsOf, tally } from './assigning.ts';

let world: World;
let officer: Actor;
let colleague: Actor;
let reader: Actor;
let readerId: string;
let sixty: readonly string[];
let foreign: string;

const school = 'imt-lille-douai';
const planted = (n: number) => Array.from({ length: n }, (_, place) => ({ lastName: `Nom${place}` }));
const label = `mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } } }`;
const open = 'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { id } userErrors { code } } }';
const history = `query ($id: ID!) { node(id: $id) { ... on Candidacy {
  readers { displayName } history(first: 20) { edges { node { action actor { displayName } } } } } } }`;

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER'], 'Odile');
  colleague = await world.member(school, ['OFFICER'], 'Colin');
  reader = await world.member(school, ['REVIEWER'], 'Rose');
  readerId = await personId(world, reader);
  sixty = opaque(await plantQueue(world, school, planted(60)));
  [foreign = ''] = opaque(await plantQueue(world, 'imt-mines-albi', planted(1)));
});
afterAll(() => world.close());

describe('an officer works sixty dossiers at once', () => {
  let bulkAct: Selected;

  test('the preview says in a sentence and one by one what would happen, and changes nothing', async () => {
    const [first = ''] = sixty;
    await acted(officer, 'assignReaders', { candidacyIds: [first], readerIds: [readerId] });
    const input = { kind: 'ASSIGN', candidacyIds: sixty, readerIds: [readerId] };
    const preview = await foreseen(officer, input);
    expect(preview.summary).toBe('60\u00a0dossiers, 1\u00a0déjà traité');
    expect(preview.outcomes.map(({ place }: Selected) => place)).toEqual(sixty.map((_, place) => place));
    expect(tally(preview.outcomes)).toEqual({ ALREADY: 1, DONE: 59 });
    expect(await readingsOf(reader)).toEqual([first]);
  });

  test('sixty are assigned in one act, which does what was foreseen', async () => {
    ({ bulkAct } = await acted(officer, 'assignReaders', { candidacyIds: sixty, readerIds: [readerId], isMasked: true }));
    expect(bulkAct).toMatchObject({ kind: 'ASSIGN', summary: '60\u00a0dossiers, 1\u00a0déjà traité', undoneAt: null });
    expect(tally(bulkAct.outcomes)).toEqual({ ALREADY: 1, DONE: 59 });
    expect((await readingsOf(reader)).toSorted()).toEqual(sixty.toSorted());
  });

  test('nobody but its author takes it back, nor sees it', async () => {
    const input = { bulkActId: bulkAct.id, idempotencyKey: freshKey() };
    const document = 'mutation ($input: UndoBulkActInput!) { undoBulkAct(input: $input) { userErrors { code } } }';
    expect((await colleague.ask(document, { input })).errors[0]?.extensions.code).toBe('NOT_FOUND');
    expect(await colleague.read('query ($id: ID!) { node(id: $id) { id } }', { id: bulkAct.id })).toEqual({ node: null });
  });

  test('taken back, all is as before but the one its reader opened meanwhile, which is told', async () => {
    await reader.read(open, { input: { candidacyId: sixty[7], idempotencyKey: freshKey() } });
    await world.later({ minutes: 10 });
    const undone = (await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id })).bulkAct;
    expect(undone.summary).toBe('60\u00a0dossiers, 1\u00a0déjà traité, 58\u00a0remis comme avant, 1\u00a0modifié depuis');
    expect(undone.outcomes[7]).toMatchObject({ outcome: 'DONE', undoOutcome: 'CHANGED_SINCE', candidacy: { id: sixty[7] } });
    expect(undone.outcomes[0]).toMatchObject({ outcome: 'ALREADY', undoOutcome: null });
    expect((await readingsOf(reader)).toSorted()).toEqual([sixty[0], sixty[7]].toSorted());
    const again = await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id });
    expect(again).toMatchObject({ bulkAct: null, userErrors: [{ code: 'ALREADY_UNDONE' }] });
  });

  test('the history of each tells who assigned it and who took it back', async () => {
    const { node } = await officer.read(history, { id: sixty[3] });
    expect(node.readers).toEqual([]);
    expect(node.history.edges.map((edge: Selected) => edge.node.action)).toEqual([
      'CANDIDACY_RECEIVED',
      'CANDIDACY_ASSIGNED',
      'CANDIDACY_UNASSIGNED',
    ]);
    expect(node.history.edges[1].node.actor.displayName).toContain('odile');
  });

  test('after ten minutes an act stands, and the refusal says until when it could be taken back', async () => {
    const late = (await acted(officer, 'assignReaders', { candidacyIds: sixty.slice(10, 12), readerIds: [readerId] })).bulkAct;
    await world.later({ minutes: 10, seconds: 1 });
    const { userErrors } = await acted(officer, 'undoBulkAct', { bulkActId: late.id });
    expect(userErrors).toEqual([{ code: 'TOO_LATE_TO_UNDO', message: expect.stringContaining('10\u00a0h\u00a020') }]);
    await acted(officer, 'unassignReaders', { candidacyIds: sixty.slice(10, 12), readerIds: [readerId] });
  });

  test('one its reader had opened when they had it before stays with them too: they open it once, and go on reading', async () => {
    const again = async (act: 'assignReaders' | 'unassignReaders') => {
      await world.later({ minutes: 1 });
      return (await acted(officer, act, { candidacyIds: [sixty[7]], readerIds: [readerId] })).bulkAct;
    };
    await again('unassignReaders');
    const { id } = await again('assignReaders');
    await world.later({ minutes: 1 });
    await reader.read(open, { input: { candidacyId: sixty[7], idempotencyKey: freshKey() } });
    const undone = (await acted(officer, 'undoBulkAct', { bulkActId: id })).bulkAct;
    expect(undone.outcomes).toMatchObject([{ outcome: 'DONE', undoOutcome: 'CHANGED_SINCE' }]);
    expect(await readingsOf(reader)).toContain(sixty[7]);
  });
});

describe('ids of an act answer one by one', () => {
  test('B-03 what is another school’s answers as what does not exist, in its place, and the rest is done', async () => {
    const unknown = opaque([crypto.randomUUID()]);
    const candidacyIds = [sixty[20], foreign, ...unknown, 'malformed', sixty[20]];
    const { bulkAct } = await acted(officer, 'assignReaders', { candidacyIds, readerIds: [readerId] });
    const told = bulkAct.outcomes.map(({ outcome, candidacy }: Selected) => [outcome, candidacy?.id ?? null]);
    expect(told).toEqual([
      ['DONE', sixty[20]],
      ['NOT_FOUND', null],
      ['NOT_FOUND', null],
      ['NOT_FOUND', null],
      ['ALREADY', sixty[20]],
    ]);
    expect(bulkAct.summary).toBe('5\u00a0dossiers, 1\u00a0déjà traité, 3\u00a0introuvables');
    expect(
      await world.sql(`select count(*)::int as n from app.bulk_act_item where candidacy_id is null and act_id::text = $1`, [
        Buffer.from(bulkAct.id, 'base64url').toString().split(':')[1],
      ]),
    ).toEqual([{ n: 3 }]);
    const undone = (await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id })).bulkAct;
    expect(tally(undone.outcomes, 'undoOutcome')).toEqual({ UNDONE: 1, null: 4 });
  });

  test('the same key answers the same act again, and does it once', async () => {
    const input = { candidacyIds: [sixty[21], foreign], readerIds: [readerId], idempotencyKey: freshKey() };
    const first = await acted(officer, 'assignReaders', input);
    expect(await acted(officer, 'assignReaders', input)).toEqual(first);
    await acted(officer, 'undoBulkAct', { bulkActId: first.bulkAct.id });
  });

  test('a withdrawn candidacy is given to nobody, and says so', async () => {
    const [withdrawn = ''] = opaque(
      await plantQueue(world, school, [{ lastName: 'Retirée', reference: 'ASTG3-27-ZZZZZ', state: 'WITHDRAWN' }]),
    );
    const { bulkAct } = await acted(officer, 'assignReaders', { candidacyIds: [withdrawn], readerIds: [readerId] });
    expect(tally(bulkAct.outcomes)).toEqual({ WITHDRAWN: 1 });
    expect(await readingsOf(reader)).not.toContain(withdrawn);
  });

  test('an act costs as many statements for a hundred dossiers as for two', async () => {
    const more = opaque(await plantQueue(world, school, planted(100)));
    const cost = async (n: number, from: number) => {
      const act = () => acted(officer, 'assignReaders', { candidacyIds: more.slice(from, from + n), readerIds: [readerId] });
      const { answer, statements } = await countStatements(act);
      const undo = await countStatements(() => acted(officer, 'undoBulkAct', { bulkActId: answer.bulkAct.id }));
      const preview = await countStatements(() =>
        foreseen(officer, { kind: 'ASSIGN', candidacyIds: more.slice(from, from + n), readerIds: [readerId] }),
      );
      return [statements.length, undo.statements.length, preview.statements.length];
    };
    await cost(1, 0);
    expect(await cost(100, 0)).toEqual(await cost(2, 0));
  });
});

describe('labels are put and taken off many at once', () => {
  let labelId: string;
  const bearing = async () => (await world.sql<{ n: number }>('select count(*)::int as n from app.candidacy_label'))[0]?.n ?? 0;

  beforeAll(async () => {
    const input = { name: 'Urgent', colour: '#1f3864', idempotencyKey: freshKey() };
    labelId = (await officer.read(label, { input })).createLabel.label.id;
  });

  test('one that bears it keeps it, and taking the act back leaves it there', async () => {
    await acted(colleague, 'labelCandidacies', { candidacyIds: sixty.slice(0, 1), labelId });
    const preview = await foreseen(officer, { kind: 'LABEL', candidacyIds: sixty, labelId });
    expect(preview.summary).toBe('60\u00a0dossiers, 1\u00a0déjà traité');
    const { bulkAct } = await acted(officer, 'labelCandidacies', { candidacyIds: [...sixty, foreign], labelId });
    expect(tally(bulkAct.outcomes)).toEqual({ ALREADY: 1, DONE: 59, NOT_FOUND: 1 });
    expect(await bearing()).toBe(60);
    await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id });
    expect(await bearing()).toBe(1);
  });

  test('a label taken off many is put back, but where a colleague put it again meanwhile', async () => {
    await acted(officer, 'labelCandidacies', { candidacyIds: sixty.slice(0, 10), labelId });
    const { bulkAct } = await acted(officer, 'unlabelCandidacies', { candidacyIds: sixty.slice(0, 12), labelId });
    expect(tally(bulkAct.outcomes)).toEqual({ DONE: 10, ALREADY: 2 });
    await acted(colleague, 'labelCandidacies', { candidacyIds: sixty.slice(4, 5), labelId });
    const undone = (await acted(officer, 'undoBulkAct', { bulkActId: bulkAct.id })).bulkAct;
    expect(undone.outcomes[4]).toMatchObject({ undoOutcome: 'CHANGED_SINCE' });
    expect(tally(undone.outcomes, 'undoOutcome')).toEqual({ UNDONE: 9, CHANGED_SINCE: 1, null: 2 });
    expect(await bearing()).toBe(10);
  });
});

test('an observer and a reader do nothing of it', async () => {
  const observer = await world.member(school, ['OBSERVER']);
  for (const person of [observer, reader]) {
    const document = 'mutation ($input: AssignReadersInput!) { assignReaders(input: $input) { userErrors { code } } }';
    const input = { candidacyIds: [sixty[0]], readerIds: [readerId], idempotencyKey: freshKey() };
    expect((await person.ask(document, { input })).errors[0]?.extensions.code).toBe('FORBIDDEN');
  }
});
