import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor } from '../world/actor.ts';
import { freshKey } from '../world/dossier.ts';
import type { Canaries } from './canaries.ts';

interface Desk {
  readonly canaries: Canaries;
  readonly officer: Actor;
  /** Whose words they are, as `staff A`. */
  readonly owner: string;
  readonly campaignId: string;
  /** Uuid of the candidacy that is labelled and written about. */
  readonly candidacy: string;
}

/** What a team keeps for itself: a label on a candidacy, a note about it, a view of the team's and one of the officer's own. */
export async function keepWorkingNotes({ canaries, officer, owner, campaignId, candidacy }: Desk): Promise<void> {
  const word = (place: string) => canaries.of(owner, `working.${place}`);
  const candidacyId = encodeId('Candidacy', candidacy);
  const { label } = await acted(officer, ['createLabel', 'label { id }'], { name: word('label'), colour: '#00677f' });
  await acted(officer, ['labelCandidacy', 'candidacy { id }'], { candidacyId, labelIds: [label.id] });
  await acted(officer, ['addNote', 'note { id }'], { candidacyId, text: word('note') });
  const view = (place: string) => ({ campaignId, name: word(place), filter: { search: 'kny' }, isShared: place === 'view' });
  await acted(officer, ['saveView', 'view { id }'], view('view'));
  await acted(officer, ['saveView', 'view { id }'], view('ownView'));
}

async function acted(person: Actor, [name, noun]: readonly [name: string, noun: string], given: object) {
  const document = `mutation ($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { ${noun} userErrors { code } } }`;
  const answer = (await person.read(document, { input: { idempotencyKey: freshKey(), ...given } }))[name];
  if (answer.userErrors.length > 0) throw new Error(`${name}: ${JSON.stringify(answer.userErrors)}`);
  return answer;
}
