import { keptLists } from '@guichet/database/migrations/effects/kept-lists.sql';
import { acted } from '../stories/assignment/assigning.ts';
import type { Actor, Selected } from '../world/actor.ts';
import { freshKey } from '../world/dossier.ts';
import { plantQueue } from '../world/planted-queue.ts';
import type { World } from '../world/world.ts';
import type { Race } from './race.ts';

const slug = 'imt-mines-ales';
const idOf = (uuid: string) => Buffer.from(`Candidacy:${uuid}`).toString('base64url');

/** At no instant does a candidacy keep other labels or notes than its tables hold. */
const never = `select c.id || ' keeps ' || array_to_string(c.label_ids || c.newest_note_ids, ' ') as broken from app.candidacy c
  where c.label_ids <> ${keptLists.label_ids} or c.newest_note_ids <> ${keptLists.newest_note_ids}`;

/** Two officers put labels on the same candidacies from either end, while a third takes one off and a fourth writes notes: nobody is refused. */
export async function labelsFromEitherEnd(world: World): Promise<Race> {
  const one = await world.member(slug, ['OFFICER'], 'label-one');
  const two = await world.member(slug, ['OFFICER'], 'label-two');
  const three = await world.member(slug, ['OFFICER'], 'label-three');
  const four = await world.member(slug, ['OFFICER'], 'label-four');
  const planted = await plantQueue(
    world,
    slug,
    Array.from({ length: 12 }, (_, place) => ({ lastName: `Course ${place}` })),
  );
  const candidacyIds = planted.map(idOf);
  const backward = candidacyIds.toReversed();
  const labels = await Promise.all(['Un', 'Deux'].map((name) => created(one, name)));
  const round = async (number: number) => {
    const [mine = '', other = ''] = number % 2 === 0 ? labels : labels.toReversed();
    const answers = await Promise.all([
      acted(one, 'labelCandidacies', { candidacyIds, labelId: mine }),
      acted(two, 'labelCandidacies', { candidacyIds: backward, labelId: other }),
      acted(three, 'unlabelCandidacies', { candidacyIds: backward, labelId: mine }),
      noted(four, candidacyIds[number % candidacyIds.length] ?? ''),
    ]);
    return answers.filter(({ userErrors }) => userErrors.length > 0).map(({ userErrors }) => JSON.stringify(userErrors));
  };
  return { name: 'labels from either end', never, round };
}

async function created(person: Actor, name: string): Promise<string> {
  const document = 'mutation ($input: CreateLabelInput!) { createLabel(input: $input) { label { id } userErrors { code } } }';
  const input = { idempotencyKey: freshKey(), name, colour: '#00677f' };
  return (await person.read(document, { input })).createLabel.label.id;
}

async function noted(person: Actor, candidacyId: string): Promise<Selected> {
  const document = 'mutation ($input: AddNoteInput!) { addNote(input: $input) { userErrors { code } } }';
  return (await person.read(document, { input: { idempotencyKey: freshKey(), candidacyId, text: 'À rappeler.' } })).addNote;
}
