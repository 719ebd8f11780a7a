import type { Groups, Id, ProgrammeInput } from '../market/market.ts';
import { pathwayPools } from './pathway-pools.ts';
import { type SeatBlock, seatBlocks } from './seat-blocks.ts';

/** The blocks of seats of a programme in filling order: its pools, or its reserves and open seats. */
export function blocksOfProgramme(programme: ProgrammeInput, order: readonly Id[], groups: Groups): readonly SeatBlock[] {
  const { pools = [] } = programme;
  return pools.length > 0 ? pathwayPools(pools, order) : seatBlocks(programme, order, groups);
}
