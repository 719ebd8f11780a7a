import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { aCanaryWorld, type CanaryWorld, type Side, schoolOf } from '../canary-world.ts';

/** The fixture with everything a team and the consortium leave behind, each text a word of its own. */
export async function aMatrixWorld(): Promise<CanaryWorld> {
  const fixture = await aCanaryWorld();
  for (const side of ['A', 'B'] as const) await workOf(fixture, side);
  await breakGlass(fixture);
  // An account becomes a candidate by acting as one: what it then moves is its own.
  await fixture.people.C4.read('{ me { id } }');
  return fixture;
}

const atWork = {
  A: { officer: 'OA', admin: 'AA', candidacy: 'C1 at A' },
  B: { officer: 'OB', admin: 'AB', candidacy: 'C3 at B' },
} as const;

/** Beyond what the fixture of the cases holds: a note with a history, readers' profiles, an export, a further invitation. */
async function workOf({ people, canaries, candidacies, dossiers }: CanaryWorld, side: Side) {
  const { officer, admin, candidacy } = atWork[side];
  const text = () => canaries.of(`staff ${side}`, 'working.note');
  const candidacyId = encodeId('Candidacy', candidacies[candidacy] ?? '');
  const { campaignId } = dossiers.C1;
  const { note } = await did(people[officer], ['addNote', 'note { id version }'], { candidacyId, text: text() });
  await did(people[officer], ['editNote', 'note { id }'], { noteId: note.id, expectedVersion: note.version, text: text() });
  await did(people[officer], ['requestExport', 'exportJob { id }'], { campaignId, format: 'CSV' });
  const word = canaries.of(`staff ${side}`, 'invitation.invited');
  const invited = { displayName: word, email: `${word.toLowerCase()}@ecole.example`, functions: ['OFFICER'] };
  await did(people[admin], ['inviteMember', 'invitation { id }'], invited);
}

/** One dossier stands open to the consortium; its reason is known to the school's administrators and to nobody else. */
async function breakGlass({ people, canaries, dossiers }: CanaryWorld) {
  const { reference, schoolIds } = dossiers.C3;
  const reason = `${canaries.of('staff B', 'break_glass.reason')} demande une vérification`;
  await did(people.OP, ['breakGlass', 'breakGlass { id }'], { schoolId: schoolIds[schoolOf.B], reference, reason });
}

/** One act that must succeed. */
async function did(person: Actor, [mutation, selection]: readonly [string, string], input: object): Promise<Selected> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
  const { [mutation]: done } = await person.read(document, { input: { idempotencyKey: freshKey(), ...input } });
  if (done.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(done.userErrors)}`);
  return done;
}
