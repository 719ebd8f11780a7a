import { schoolHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import type { Actor, Selected } from '../../../world/actor.ts';
import { countStatements } from '../../../world/count-statements.ts';
import { openCampaign } from '../../../world/dossier.ts';
import { plantQueue } from '../../../world/planted-queue.ts';
import { aWorld, type World } from '../../../world/world.ts';

let world: World;
let officer: Actor;
let colleague: Actor;
let head: Actor;
let stranger: Actor;
let campaignId: string;
let candidacies: readonly string[];

const school = 'imt-mines-albi';
const idOf = (type: string, uuid: string) => Buffer.from(`${type}:${uuid}`).toString('base64url');

beforeAll(async () => {
  world = await aWorld();
  officer = await world.member(school, ['OFFICER']);
  colleague = await world.member(school, ['OFFICER'], 'colleague');
  head = await world.member(school, ['ADMIN'], 'head');
  stranger = await world.member('imt-mines-ales', ['ADMIN'], 'stranger');
  campaignId = (await openCampaign(world.nobody)).id;
  const planted = await plantQueue(world, school, [{ lastName: 'Arnaud' }, { lastName: 'Bernard' }, { lastName: 'Clément' }]);
  candidacies = planted.map((uuid) => idOf('Candidacy', uuid));
});
afterAll(() => world.close());

const note =
  'note { id text version writtenAt editedAt removedAt author { displayName } removedBy { displayName } versions { number text author { displayName } } }';
const act = (name: string) =>
  `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${note} userErrors { code path } } }`;
const keyed = (input: object) => ({ input: { idempotencyKey: crypto.randomUUID(), ...input } });
const done = async (name: string, input: object, person = officer) => (await person.read(act(name), keyed(input)))[name];
const asked = (name: string, input: object, person: Actor) => person.ask(act(name), keyed(input));

const add = async (text: string, { candidacyId = candidacies[0], person = officer } = {}) =>
  (await done('addNote', { candidacyId, text }, person)).note;
const notesOf = async (candidacyId: string | undefined, page: object, person = officer) =>
  (
    await person.read(
      `query ($id: ID!, $first: Int, $after: String, $last: Int, $before: String) { node(id: $id) { ... on Candidacy {
        notes(first: $first, after: $after, last: $last, before: $before) { pageInfo { hasNextPage endCursor startCursor } edges { node { id text } } } } } }`,
      { id: candidacyId, ...page },
    )
  ).node.notes;
/** Every wording that plain SQL finds under the role the school's requests wear. */
async function wordsUnderTheSchoolsRole(): Promise<string> {
  const [row] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [school]);
  const hat = schoolHat(officer.accountId, row?.id ?? '', ['OFFICER']);
  const { rows } = await inWork(world.gateway.binding, hat, ({ db }) => sql`select text from app.note_version`.execute(db));
  return JSON.stringify(rows);
}
const textsOf = ({ edges }: Selected) => edges.map(({ node }: Selected) => node.text);

describe('notes about a candidacy', () => {
  test('stand newest first, in pages, and are told in its history without their words', async () => {
    for (const text of ['Première.', 'Deuxième.\nSur deux lignes.', 'Troisième.']) {
      await add(text);
      await world.later({ seconds: 1 });
    }
    const page = await notesOf(candidacies[0], { first: 2 });
    expect(textsOf(page)).toEqual(['Troisième.', 'Deuxième.\nSur deux lignes.']);
    expect(textsOf(await notesOf(candidacies[0], { first: 2, after: page.pageInfo.endCursor }))).toEqual(['Première.']);
    expect(textsOf(await notesOf(candidacies[0], { last: 2 }))).toEqual(['Deuxième.\nSur deux lignes.', 'Première.']);
    const { node } = await officer.read(
      `query ($id: ID!) { node(id: $id) { ... on Candidacy { history(first: 10) { edges { node { action actor { displayName } } } } } } }`,
      { id: candidacies[0] },
    );
    expect(node.history.edges.slice(-1)[0].node).toEqual({
      action: 'CANDIDACY_NOTE_ADDED',
      actor: { displayName: officer.email },
    });
    expect(JSON.stringify(node)).not.toContain('Première');
  });

  test('a note is reworded by a colleague, and every wording stays with who wrote it', async () => {
    const { id } = await add('Appeler mardi.', { candidacyId: candidacies[1] });
    await world.later({ minutes: 3 });
    const { note: edited } = await done('editNote', { noteId: id, expectedVersion: 1, text: ' Appeler mercredi. ' }, colleague);
    expect(edited).toMatchObject({
      text: 'Appeler mercredi.',
      version: 2,
      author: { displayName: officer.email },
      editedAt: expect.any(String),
      versions: [
        { number: 1, text: 'Appeler mardi.', author: { displayName: officer.email } },
        { number: 2, text: 'Appeler mercredi.', author: { displayName: colleague.email } },
      ],
    });
    const same = await done('editNote', { noteId: id, expectedVersion: 2, text: 'Appeler mercredi.' });
    expect(same.note.version).toBe(2);
    const stale = await done('editNote', { noteId: id, expectedVersion: 1, text: 'Autre.' });
    expect([stale.note, stale.userErrors]).toEqual([null, [{ code: 'STALE_VERSION', path: ['expectedVersion'] }]]);
  });

  test('two colleagues who reword one version at once keep one of the two', async () => {
    const { id } = await add('Une phrase.', { candidacyId: candidacies[1] });
    const outcomes = await Promise.all(
      [officer, colleague].map((person) =>
        done('editNote', { noteId: id, expectedVersion: 1, text: `De ${person.email}` }, person),
      ),
    );
    expect(outcomes.filter((outcome) => outcome.note !== null)).toHaveLength(1);
    expect(outcomes.flatMap(({ userErrors }) => userErrors.map(({ code }: Selected) => code))).toEqual(['STALE_VERSION']);
  });

  test('a removed note leaves who, and when; its words answer nobody, not even SQL under the school’s own role', async () => {
    const { id } = await add('À oublier : SECRET.', { candidacyId: candidacies[1] });
    await done('editNote', { noteId: id, expectedVersion: 1, text: 'À oublier vraiment : SECRET.' });
    const refused = await done('removeNote', { noteId: id, expectedVersion: 2 }, colleague);
    expect(refused.userErrors).toEqual([{ code: 'NOT_THE_AUTHOR', path: null }]);
    const { note: removed } = await done('removeNote', { noteId: id, expectedVersion: 2 }, head);
    expect(removed).toMatchObject({ text: null, versions: null, author: { displayName: officer.email } });
    expect(removed).toMatchObject({ removedAt: expect.any(String), removedBy: { displayName: head.email } });
    expect((await done('editNote', { noteId: id, expectedVersion: 2, text: 'x' })).userErrors[0].code).toBe('REMOVED');
    const page = await officer.ask(
      `query ($id: ID!) { node(id: $id) { ... on Candidacy { notes(first: 50) { edges { node { text versions { text } } } } } } }`,
      { id: candidacies[1] },
    );
    expect(page.body).not.toContain('SECRET');
    const words = await wordsUnderTheSchoolsRole();
    expect(words.match(/text/g)?.length).toBeGreaterThan(3);
    expect(words).not.toContain('SECRET');
    // Without the policy's last condition the same look finds them.
    await world.sql(
      `alter policy note_version_school_select on app.note_version using (school_id = (select app.acting_school()))`,
    );
    expect(await wordsUnderTheSchoolsRole()).toContain('SECRET');
  });

  test('a note is plain text of 4,000 characters at most', async () => {
    const refusal = async (text: string) =>
      (await done('addNote', { candidacyId: candidacies[2], text })).userErrors.map(({ code }: Selected) => code);
    expect(await refusal(' \n')).toEqual(['BLANK']);
    expect(await refusal('x'.repeat(4001))).toEqual(['TEXT_TOO_LONG']);
    expect(await refusal('a\u202eb')).toEqual(['BIDI_CONTROL']);
    expect((await add('😀'.repeat(4000), { candidacyId: candidacies[2] })).version).toBe(1);
  });
});

describe('notes are the team’s alone', () => {
  test('whoever opens no dossier reads no note: an observer, and a reader of what is assigned', async () => {
    const observer = await world.member(school, ['OBSERVER']);
    const reviewer = await world.member(school, ['REVIEWER']);
    await world.sql(
      `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked) select c.school_id, c.id, $1, false from app.candidacy c join app.school s on s.id = c.school_id where s.slug = $2`,
      [reviewer.accountId, school],
    );
    const query = `query ($id: ID!) { node(id: $id) { ... on Candidacy { notes(first: 1) { edges { node { text } } } } } }`;
    for (const person of [observer, reviewer]) {
      const { errors, body } = await person.ask(query, { id: candidacies[0] });
      expect([errors[0]?.extensions.code, body.includes('Première')]).toEqual(['FORBIDDEN', false]);
      expect((await asked('addNote', { candidacyId: candidacies[0], text: 'x' }, person)).errors[0]?.extensions.code).toBe(
        'FORBIDDEN',
      );
    }
    const { id } = await add('Nœud.', { candidacyId: candidacies[2] });
    for (const person of [observer, reviewer, stranger, world.nobody]) {
      expect((await person.read('query ($id: ID!) { node(id: $id) { id } }', { id })).node).toBeNull();
    }
  });

  test('B-01 another school’s note and candidacy answer as random ones, byte for byte', async () => {
    const { id } = await add('À nous.', { candidacyId: candidacies[2] });
    const told = async (name: string, input: object) =>
      (await asked(name, input, stranger)).body.replace(/"traceId":"[^"]*"|"available":\d+/g, '');
    const random = idOf('Note', crypto.randomUUID());
    const alike = [
      ['addNote', { text: 'x' }, 'candidacyId', candidacies[0], idOf('Candidacy', crypto.randomUUID())],
      ['editNote', { text: 'x', expectedVersion: 1 }, 'noteId', id, random],
      ['removeNote', { expectedVersion: 1 }, 'noteId', id, random],
    ] as const;
    for (const [name, input, argument, ours, unknown] of alike) {
      const foreign = await told(name, { ...input, [argument]: ours });
      expect(foreign).toBe(await told(name, { ...input, [argument]: unknown }));
      expect(foreign).toContain('NOT_FOUND');
    }
  });
});

test('C-26 notes and their wordings cost the same for one candidacy and for three', async () => {
  const page = (first: number) =>
    countStatements(() =>
      officer.read(
        `query ($c: ID!, $n: Int!) { desk { candidacies(campaignId: $c, first: $n) { edges { node {
          notes(first: 3) { edges { node { text author { displayName } versions { text } } } } } } } } }`,
        { c: campaignId, n: first },
      ),
    );
  await page(1);
  expect((await page(1)).statements.length).toBe((await page(3)).statements.length);
});
