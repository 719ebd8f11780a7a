import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium, campaignAct, codes, setupOf } from '../../world/consortium.ts';
import { attempt, completeDossier, freshKey, nextAct, submitted } from '../../world/dossier.ts';
import { aWorld, type World } from '../../world/world.ts';

let world: World;
let chair: Actor;
let campaignId: string;
let newcomer: string;
const ids: Record<string, string> = {};

const members = async () => (await setupOf(chair, campaignId)).members.map(({ school }: Selected) => school.slug);
const act = async (mutation: string, input: object = {}) =>
  campaignAct(chair, mutation, { campaignId, expectedVersion: (await setupOf(chair, campaignId)).version, ...input });
const set = (...slugs: readonly string[]) => act('setMembers', { schoolIds: slugs.map((slug) => ids[slug]) });
const three = ['imt-lille-douai', 'imt-mines-albi', 'imt-mines-ales'];

beforeAll(async () => {
  world = await aWorld();
  chair = await world.consortium('Odile');
  const { campaign } = await world.nobody.read('{ campaign(slug: "astg3-2027") { id members { school { id slug } } } }');
  campaignId = campaign.id;
  for (const { school } of campaign.members) ids[school.slug] = school.id;
});
afterAll(() => world.close());

describe('a fourth school joins an open campaign', () => {
  test('not before it is complete: everything that is missing is told at once', async () => {
    const document =
      'mutation ($input: CreateSchoolInput!) { createSchool(input: $input) { school { id } userErrors { code } } }';
    const school = { slug: 'imt-atlantique', name: 'IMT Atlantique', shortName: 'Atlantique', city: 'Brest' };
    const made = await chair.read(document, { input: { ...school, idempotencyKey: freshKey() } }, asConsortium);
    newcomer = ids['imt-atlantique'] = made.createSchool.school.id;
    const refused = await set(...three, 'imt-atlantique');
    expect(codes(refused)).toEqual(['MISSING_SPECIALISMS', 'MISSING_SEATS', 'MISSING_CONTACT', 'MISSING_ADMIN']);
    expect(await members()).toEqual(three);
  });

  test('writes its notice beforehand, and binds nobody with it', async () => {
    const prepared = await act('prepareMember', { schoolId: newcomer });
    expect(prepared.campaign.preparing).toEqual([{ school: { slug: 'imt-atlantique' }, isComplete: false }]);
    const admin = await world.member('imt-atlantique', ['ADMIN'], 'Anne');
    const [specialism] = (await world.nobody.read('{ specialisms { id } }')).specialisms;
    const saved = await admin.read(
      `mutation ($notice: SaveNoticeInput!, $school: SaveSchoolInput!) {
        saveNotice(input: $notice) { noticeDraft { digest version } userErrors { code path } }
        saveSchool(input: $school) { userErrors { code path } } }`,
      {
        notice: {
          campaignId,
          expectedVersion: 1,
          idempotencyKey: freshKey(),
          specialismIds: [specialism.id],
          intake: [{ route: 'ASTG3', seats: 4 }],
        },
        school: { expectedVersion: 1, idempotencyKey: freshKey(), contact: { name: 'Admissions', telephone: '02 29 00 11 11' } },
      },
    );
    expect([saved.saveNotice.userErrors, saved.saveSchool.userErrors]).toEqual([[], []]);
    const { digest, version } = saved.saveNotice.noticeDraft;
    const frozen = await admin.read(
      'mutation ($input: FreezeNoticeInput!) { freezeNotice(input: $input) { userErrors { code } } }',
      { input: { campaignId, expectedVersion: version, digest, reason: 'Trop tôt', idempotencyKey: freshKey() } },
    );
    expect(frozen.freezeNotice.userErrors).toEqual([{ code: 'NOT_IN_THIS_STATE' }]);
  });

  test('and then joins complete, its notice frozen at once; a candidate chooses it', async () => {
    const joined = await set(...three, 'imt-atlantique');
    expect(joined.userErrors).toEqual([]);
    expect(await members()).toEqual(['imt-atlantique', ...three]);
    const { campaign } = await world.nobody.read(
      '{ campaign(slug: "astg3-2027") { members { school { slug } notice { version seats reason } } } }',
    );
    const its = campaign.members.find(({ school }: Selected) => school.slug === 'imt-atlantique');
    expect(its.notice).toEqual({ version: 1, seats: 4, reason: 'Entrée dans la campagne' });
    await submitted(await world.candidate('Claire'), { schools: ['imt-mines-albi', 'imt-atlantique'] });
  });
});

describe('a member school leaves', () => {
  test('E-17 only while it holds no candidacy; who chose it and has not submitted is told, and nothing is half filed', async () => {
    // That its officers once asked for a file keeps no school.
    const officer = await world.member('imt-mines-ales', ['OFFICER'], 'Omar');
    const asked = await officer.read(
      'mutation ($input: RequestExportInput!) { requestExport(input: $input) { exportJob { state } userErrors { code } } }',
      { input: { campaignId, format: 'CSV', idempotencyKey: freshKey() } },
    );
    expect(asked.requestExport).toEqual({ exportJob: { state: 'QUEUED' }, userErrors: [] });
    const paul = await world.candidate('Paul');
    const held = await completeDossier(paul, { schools: ['imt-mines-albi', 'imt-mines-ales'] });
    const refused = await set('imt-lille-douai', 'imt-mines-ales');
    expect(codes(refused)).toEqual(['HOLDS_CANDIDACIES', 'HOLDS_CANDIDACIES']);
    expect(refused.userErrors[0].message).toContain('imt-atlantique');
    expect((await set('imt-lille-douai', 'imt-mines-albi', 'imt-atlantique')).userErrors).toEqual([]);
    const filed = await attempt(paul, 'submitApplication', { ...nextAct(held), statementDigest: held.statementDigest });
    expect(filed.application).toBeNull();
    expect(filed.userErrors).toMatchObject([{ code: 'MISSING_ITEM', path: ['choices', '1', 'schoolId'] }]);
    const rows = await world.sql(
      'select from app.candidacy c join app.candidate p on p.id = c.candidate_id where p.account_id = $1',
      [paul.accountId],
    );
    expect(rows).toEqual([]);
  });

  test('comes back under its next version, for the first one stays on record', async () => {
    expect((await set(...three, 'imt-atlantique')).userErrors).toEqual([]);
    const { campaign } = await world.nobody.read(
      '{ campaign(slug: "astg3-2027") { members { school { slug } notice { version } } } }',
    );
    expect(campaign.members.find(({ school }: Selected) => school.slug === 'imt-mines-ales').notice.version).toBe(2);
  });

  test('never the last one of an open campaign, and none that is named twice or that nobody knows', async () => {
    const twice = await set(...three, 'imt-atlantique', 'imt-mines-albi');
    expect(twice.userErrors.map(({ code, path }: Selected) => [code, path?.join('.')])).toEqual([['NAMED_TWICE', 'schoolIds.4']]);
    expect(codes(await set())).toContain('NO_MEMBER');
    const version = (await setupOf(chair, campaignId)).version;
    const unknown = { campaignId, expectedVersion: version, idempotencyKey: freshKey(), schoolIds: ['U2Nob29sOm5vbmU'] };
    const answer = await chair.ask(
      'mutation ($input: SetMembersInput!) { setMembers(input: $input) { userErrors { code } } }',
      { input: unknown },
      asConsortium,
    );
    expect(answer.errors[0]?.extensions.code).toBe('NOT_FOUND');
  });

  test('not even when a candidacy arrives after the counts were read: a key of the database keeps it', async () => {
    await submitted(await world.candidate('Nadia'), { schools: ['imt-mines-ales'] });
    await world.sql('delete from app.totals_delta');
    expect(codes(await set('imt-lille-douai', 'imt-mines-albi', 'imt-atlantique'))).toEqual(['HOLDS_CANDIDACIES']);
    expect(await members()).toHaveLength(4);
  });
});
