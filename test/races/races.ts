import type { World } from '../world/world.ts';
import { submissionAndDeadline } from './deadline-race.ts';
import { labelsFromEitherEnd } from './label-races.ts';
import { administratorsDemoteEachOther, invitationAcceptedTwice } from './people-races.ts';
import type { Race } from './race.ts';
import { sameSubmissionTwentyTimes, submissionAndChoice, submissionAndEdit, submissionAndRecall } from './submission-races.ts';

/** Every race by the cases it proves; each on a world that the ones before left. */
export const races: readonly (readonly [cases: string, begun: (world: World) => Race | Promise<Race>])[] = [
  ['G-04', sameSubmissionTwentyTimes],
  ['G-05', submissionAndEdit],
  ['G-05', submissionAndChoice],
  ['G-05', submissionAndRecall],
  ['B-14', administratorsDemoteEachOther],
  ['D-20', invitationAcceptedTwice],
  ['G-15', labelsFromEitherEnd],
  // Last: it leaves the campaign closed.
  ['G-11', submissionAndDeadline],
];
