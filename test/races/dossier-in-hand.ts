import type { Actor } from '../world/actor.ts';
import { acted, completeDossier, type HeldDossier, shown } from '../world/dossier.ts';
import type { World } from '../world/world.ts';

/** Somebody whose dossier is complete and may be submitted, now. */
export interface InHand {
  readonly person: Actor;
  readonly held: HeldDossier;
}

export const threeSchools = ['imt-mines-albi', 'imt-mines-ales', 'imt-lille-douai'];
const roundsEach = 20;

/** The dossier of each round: somebody new every twenty rounds, else the one before, taken back where it was sent. */
export function dossiersOf(world: World, name: string): (round: number) => Promise<InHand> {
  let inHand: InHand | null = null;
  return async (round) => {
    if (inHand === null || round % roundsEach === 0) {
      const person = await world.candidate(`${name} ${round}`);
      inHand = { person, held: await completeDossier(person, { schools: threeSchools }) };
      return inHand;
    }
    const { person, held } = inHand;
    const { version, state, isBeingRevised } = await standing(inHand);
    const now = { ...held, version };
    const isSent = state === 'SUBMITTED' && !isBeingRevised;
    inHand = { person, held: isSent ? await acted(person, now, ['recallApplication', {}]) : now };
    return inHand;
  };
}

/** A dossier as its candidate sees it at this moment. */
export const standing = ({ person, held }: InHand) => shown(person, held, 'version state isBeingRevised');
