import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor, Selected } from '../../../world/actor.ts';
import { acted, choicesOf, freshKey, type HeldDossier, openCampaign, submit } from '../../../world/dossier.ts';
import { type PersonName, schoolOf } from '../../canary-world.ts';
import type { RunningGateway } from '../../matrix/running-gateway.ts';
import type { TwinFixture } from '../twin-fixture.ts';
import { actorAt } from '../twin-principals.ts';
import type { Change } from './change.ts';
import { ofA } from './of-the-other-school.ts';

/** What others do in one world before P begins. */
type Acts = (gateway: RunningGateway, fixture: TwinFixture) => Promise<unknown>;
type Both = readonly [one: Acts, other: Acts];

/** The same others act in both worlds, at the same instants, and not alike. */
const overHttp = (name: string, hiddenFrom: readonly PersonName[], [inOne, inOther]: Both): Change => ({
  name,
  hiddenFrom,
  make: async ({ one, other }, fixture) => {
    // Later than what stands already: among equals the order is of ids, and those made here are random.
    for (const { administrator } of [one, other])
      await administrator.query(`update test.clock set at = at + interval '1 minute'`);
    await inOne(one, fixture);
    await inOther(other, fixture);
  },
});

const nothing: Acts = async () => undefined;
const [onlyA, AThenB, BThenA] = [[schoolOf.A], [schoolOf.A, schoolOf.B], [schoolOf.B, schoolOf.A]];

/** The fifth candidate chooses these, and files. */
const files =
  (schools: readonly string[]): Acts =>
  async ({ port }, { fifth }) => {
    const person = actorAt(port, 'C5', fifth.person);
    const choices = choicesOf(await openCampaign(person), schools);
    return submit(person, await acted(person, fifth.held, ['chooseSchools', { choices }]));
  };

/** The common candidate takes the dossier back, and files it anew with these schools and words. */
const filesAnew =
  (schools: readonly string[], motivation?: string): Acts =>
  async ({ port }, { fixture }) => {
    const person = actorAt(port, 'C1', fixture.people.C1);
    let held: HeldDossier = await acted(person, fixture.dossiers.C1, ['recallApplication', {}]);
    const choices = choicesOf(await openCampaign(person), schools);
    held = await acted(person, held, ['chooseSchools', { choices }]);
    if (motivation !== undefined) held = await acted(person, held, ['saveAnswers', { answers: { motivation } }]);
    return submit(person, held);
  };

const recalls: Acts = ({ port }, { fixture }) =>
  acted(actorAt(port, 'C1', fixture.people.C1), fixture.dossiers.C1, ['recallApplication', {}]);

const withdrawsFromB: Acts = ({ port }, { fixture }) =>
  acted(actorAt(port, 'C1', fixture.people.C1), fixture.dossiers.C1, [
    'withdrawChoices',
    { schoolIds: [fixture.dossiers.C1.schoolIds[schoolOf.B]], reason: 'PERSONAL' },
  ]);

/** A day's work at B: notes, labels, an opening, an invitation, a key, an export. */
const worksAtB: Acts = async ({ port }, { fixture }) => {
  const { people, candidacies, dossiers } = fixture;
  const [officer, admin] = [actorAt(port, 'OB', people.OB), actorAt(port, 'AB', people.AB)];
  const candidacyId = encodeId('Candidacy', candidacies['C3 at B'] ?? '');
  await did(officer, ['addNote'], { candidacyId, text: 'Une note de plus' });
  const made = await did(officer, ['createLabel', 'label { id }'], { name: 'De plus', colour: '#00677f' });
  await did(officer, ['labelCandidacy'], { candidacyId, labelIds: [made.label.id] });
  await did(admin, ['openCandidacy'], { candidacyId });
  await did(admin, ['inviteMember'], { displayName: 'Encore', email: 'encore@ecole.example', functions: ['OFFICER'] });
  await did(admin, ['createApiKey'], { name: 'Encore', scopes: ['CANDIDACIES_READ'] });
  await did(officer, ['requestExport'], { campaignId: dossiers.C1.campaignId, format: 'CSV' });
};

const breaksGlass: Acts = ({ port }, { fixture }) => {
  const { reference, schoolIds } = fixture.dossiers.C1;
  const input = { schoolId: schoolIds[schoolOf.B], reference, reason: 'Une vérification demandée par écrit' };
  return did(actorAt(port, 'OP', fixture.people.OP), ['breakGlass'], input);
};

async function did(person: Actor, [mutation, selection = '']: readonly [string, string?], input: object): Promise<Selected> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
  const { [mutation]: done } = await person.read(document, { input: { idempotencyKey: freshKey(), ...input } });
  if (done.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(done.userErrors)}`);
  return done;
}

const others: readonly PersonName[] = [...ofA, 'C2'];

export const actedOverHttp: readonly Change[] = [
  overHttp('a choice of A alone or of A and B', others, [files(onlyA), files(AThenB)]),
  overHttp('a choice of A first or of B first', [...others, 'OB', 'KB', 'OP'], [files(AThenB), files(BThenA)]),
  overHttp('a recall, or none', [...others, 'OB', 'RB1', 'OP'], [nothing, recalls]),
  overHttp('filed anew without B, or not at all', others, [nothing, filesAnew(onlyA)]),
  overHttp('filed anew in another order', [...others, 'OB', 'RB1', 'OP'], [nothing, filesAnew(BThenA)]),
  overHttp('filed anew in other words, without B or with it', others, [
    filesAnew(AThenB, 'Mieux dit.'),
    filesAnew(onlyA, 'Mieux dit.'),
  ]),
  overHttp('a withdrawal from B', others, [nothing, withdrawsFromB]),
  overHttp('a day’s work at B', [...others, 'C1'], [nothing, worksAtB]),
  overHttp('a broken glass at B', [...others, 'OB', 'RB1', 'KB'], [nothing, breaksGlass]),
];
