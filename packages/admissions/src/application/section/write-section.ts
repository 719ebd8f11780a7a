import type { Work } from '@guichet/database/session/work';
import { objectionsToWriting, type StandingObjection } from '@guichet/domain/application/submission';
import type { BlockReason } from '@guichet/domain/application/what-blocks';
import { tracePerson } from '../../audit/trace.ts';
import type { Outcome } from '../../once.ts';
import { type ApplicationAct, actOnApplication, type HeldApplication, type StaleVersion } from '../act-on-application.ts';

/** What is wrong with what was given, and where in the input. */
export interface SectionFault {
  readonly reason: BlockReason;
  readonly path: readonly string[];
  readonly max?: number;
}
export type WritingObjection = StandingObjection | SectionFault | StaleVersion;

interface Writing<Input extends ApplicationAct> {
  readonly operation: string;
  readonly input: Input;
  /** Word of the trail. */
  readonly act: string;
  /** Whether it is one that the candidate's other dossiers share. */
  readonly isShared?: boolean;
}

/** Saves one section of a draft, incomplete as it may be; what is wrong with what was given refuses the whole act. */
export const writeSection = <Input extends ApplicationAct>(
  work: Work,
  { operation, input, act, isShared = false }: Writing<Input>,
  write: (held: HeldApplication) => Promise<readonly SectionFault[]>,
): Promise<Outcome<WritingObjection>> =>
  actOnApplication<WritingObjection, Input>(work, { operation, input, writesShared: isShared }, async (held) => {
    const refused = objectionsToWriting({ ...held, asOf: work.asOf });
    if (refused.length > 0) return refused;
    const faults = await write(held);
    if (faults.length === 0) await tracePerson(work, act, held.application.id);
    return faults;
  });
