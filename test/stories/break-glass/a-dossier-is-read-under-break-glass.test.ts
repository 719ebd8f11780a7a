import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { asCandidate, freshKey, type HeldDossier, submitted } from '../../world/dossier.ts';
import { sentMails } from '../../world/mails.ts';
import { aWorld, type World } from '../../world/world.ts';
import { broken, ownOnes, purpose, shown } from './break-glass-desk.ts';

let world: World;
let odile: Actor;
let marc: Actor;
let head: Actor;
let claire: Actor;
let held: HeldDossier;
let id: string;

const schoolOf = (slug: string) => held.schoolIds[slug];

beforeAll(async () => {
  world = await aWorld();
  odile = await world.consortium('Odile');
  marc = await world.consortium('Marc');
  head = await world.member('imt-mines-albi', ['ADMIN'], 'head');
  claire = await world.candidate('Claire');
  held = await submitted(claire, { schools: ['imt-mines-albi', 'imt-mines-ales'], motivation: 'Parce que les matériaux.' });
});
afterAll(() => world.close());

describe('an administrator of the consortium reads one dossier', () => {
  test('B-15 with a reason, as one school received it: head, identity and content, for thirty minutes', async () => {
    const { breakGlass, userErrors } = await broken(odile, {
      schoolId: schoolOf('imt-mines-albi'),
      reference: ` ${held.reference.toLowerCase()}\u200b `,
    });
    expect(userErrors).toEqual([]);
    expect(breakGlass).toMatchObject({
      reference: held.reference,
      reason: purpose,
      at: '2027-02-01T09:00:00.000Z',
      endsAt: '2027-02-01T09:30:00.000Z',
      endedAt: null,
      school: { slug: 'imt-mines-albi' },
      dossier: { number: 1, identity: { lastName: 'Claire' }, contact: { city: 'Paris' }, country: 'FR' },
    });
    expect(breakGlass.dossier.answers).toEqual([{ text: 'Parce que les matériaux.' }]);
    expect(breakGlass.dossier.studies).toHaveLength(2);
    id = breakGlass.id;
  });

  test('B-15 a second administrator reads nothing under the first’s', async () => {
    expect(await ownOnes(marc)).toEqual([]);
    const asked = await marc.ask(`query ($id: ID!) { node(id: $id) { ... on BreakGlass { ${shown} } } }`, { id }, asConsortium);
    expect(asked.data.node).toBeNull();
    const ended = await marc.ask(
      'mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) { breakGlass { id } userErrors { code } } }',
      { input: { breakGlassId: id, idempotencyKey: freshKey() } },
      asConsortium,
    );
    expect(ended.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('the school sees at once who reads which of its dossiers, why and until when; another school sees nothing', async () => {
    const list = `{ desk { breakGlasses(first: 10) { edges { node { by reason at endsAt endedAt candidacy { dossier { reference } } } } } } }`;
    expect((await head.read(list)).desk.breakGlasses.edges).toEqual([
      {
        node: {
          by: 'Odile',
          reason: purpose,
          at: '2027-02-01T09:00:00.000Z',
          endsAt: '2027-02-01T09:30:00.000Z',
          endedAt: null,
          candidacy: { dossier: { reference: held.reference } },
        },
      },
    ]);
    const trail = `{ desk { audit(first: 50) { edges { node { action actor { displayName } } } } } }`;
    const lines = (await head.read(trail)).desk.audit.edges.map(({ node }: Selected) => node);
    expect(lines).toContainEqual({ action: 'CANDIDACY_OPENED_BY_CONSORTIUM', actor: null });
    const other = await world.member('imt-mines-ales', ['ADMIN'], 'other');
    expect((await other.read(list)).desk.breakGlasses.edges).toEqual([]);
    const officer = await world.member('imt-mines-albi', ['OFFICER']);
    expect((await officer.ask(list)).errors[0]?.extensions.code).toBe('FORBIDDEN');
  });

  test('the candidate sees the school, the consortium and the instant, and no name', async () => {
    const log = '{ me { accessLog(first: 10) { edges { node { school { slug } reader means at } } } } }';
    const { body, data } = await claire.ask(log, {}, asCandidate);
    expect(data.me.accessLog.edges.map(({ node }: Selected) => node)).toEqual([
      { school: { slug: 'imt-mines-albi' }, reader: 'CONSORTIUM', means: 'BREAK_GLASS', at: '2027-02-01T09:00:00.000Z' },
    ]);
    expect(body).not.toMatch(/Odile|illisible/);
  });

  test('I-07 each reading is traced with its purpose and a digest of the network, never the network itself', async () => {
    const before = await reads();
    await world.later({ minutes: 1 });
    expect((await ownOnes(odile))[0].dossier.reference).toBe(held.reference);
    const after = await reads();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ purpose, network: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('what was ended by hand answers no more, and ends once', async () => {
    const end = (key: string) =>
      odile.read(
        'mutation ($input: EndBreakGlassInput!) { endBreakGlass(input: $input) { breakGlass { endedAt dossier { reference } } userErrors { code } } }',
        { input: { breakGlassId: id, idempotencyKey: key } },
        asConsortium,
      );
    const key = freshKey();
    const answer = { breakGlass: { endedAt: '2027-02-01T09:01:00.000Z', dossier: null }, userErrors: [] };
    expect((await end(key)).endBreakGlass).toEqual(answer);
    expect((await end(key)).endBreakGlass).toEqual(answer);
    expect((await end(freshKey())).endBreakGlass).toEqual({ breakGlass: null, userErrors: [{ code: 'NOT_IN_THIS_STATE' }] });
    await expect(world.sql('update app.break_glass set ended_at = null')).rejects.toThrow('ends once');
  });
});

describe('a reference that the school did not receive', () => {
  test('is refused in the same words whether another school received it or nobody, and the attempt is traced', async () => {
    const foreign = await broken(odile, { schoolId: schoolOf('imt-lille-douai'), reference: held.reference });
    const unknown = await broken(odile, { schoolId: schoolOf('imt-lille-douai'), reference: 'ASTG3-27-22222' });
    expect(foreign).toEqual(unknown);
    expect(foreign).toMatchObject({ breakGlass: null, userErrors: [{ code: 'NO_SUCH_DOSSIER', path: ['reference'] }] });
    const tried = await world.sql(`select object_id from app.audit_person where act = 'BREAK_GLASS_TRIED'`);
    expect(tried).toHaveLength(2);
    expect(await world.sql('select from app.break_glass')).toHaveLength(1);
  });

  test('cannot be guessed at leisure: after twenty attempts within a day the next is refused, and the day after it is not', async () => {
    const attempt = (reference: string) => broken(odile, { schoolId: schoolOf('imt-lille-douai'), reference });
    for (let tried = 3; tried < 16; tried += 1) await attempt(`ASTG3-27-${String(tried).padStart(5, '2')}`);
    // Sixteen at once where four are left.
    const atOnce = await Promise.all(Array.from({ length: 16 }, (_, n) => attempt(`ASTG3-27-44${n + 222}`)));
    expect(atOnce.map(({ userErrors }) => userErrors[0].code).toSorted()).toEqual([
      ...Array(4).fill('NO_SUCH_DOSSIER'),
      ...Array(12).fill('TOO_MANY_TRIED'),
    ]);
    expect((await attempt('ASTG3-27-33333')).userErrors).toMatchObject([{ code: 'TOO_MANY_TRIED' }]);
    expect((await attempt(held.reference)).userErrors).toMatchObject([{ code: 'TOO_MANY_TRIED' }]);
    await world.later({ hours: 24, minutes: 2 });
    odile = await world.signInAgain(odile);
    expect((await attempt('ASTG3-27-33333')).userErrors).toMatchObject([{ code: 'NO_SUCH_DOSSIER' }]);
  });
});

test('who ran the school and left meanwhile is told nothing, and waits for none of their own mail', async () => {
  const leaves = await world.member('imt-mines-albi', ['ADMIN'], 'leaves');
  await sentMails(world);
  const reference = held.reference;
  expect((await broken(odile, { schoolId: schoolOf('imt-mines-albi'), reference })).userErrors).toEqual([]);
  await world.sql('update app.membership set ended_at = app.clock() where account_id = $1', [leaves.accountId]);
  await world.later({ seconds: 1 });
  await submitted(leaves, { schools: ['imt-mines-albi'] });
  const theirs = (await sentMails(world)).filter(({ to }) => to === leaves.email);
  expect(theirs.map(({ subject }) => subject)).toEqual(['Votre dossier est déposé']);
  const [row] = await world.sql(
    `select last_error, dead_at is not null as is_dead, tries from app.outbox where kind = 'BREAK_GLASS_SCHOOL' and recipient_id = $1`,
    [leaves.accountId],
  );
  expect(row).toEqual({ last_error: 'NotWritable NO_SUCH_BREAK_GLASS', is_dead: true, tries: 1 });
});

const reads = () => world.sql(`select purpose, network from app.audit_person where act = 'BREAK_GLASS_READ' order by at`);
