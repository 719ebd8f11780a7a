import type { Groups, Id, ProgrammeInput, Reserve } from '../market/market.ts';
import { membersOf } from './call-order.ts';

/** A block of seats before its ids are numbered. `target` is what a round fills: the seats unless given. */
export interface SeatBlock {
  readonly name: string;
  readonly seats: number;
  readonly target: number;
  readonly list: readonly Id[];
}

/**
 * Reserved seats and open seats as blocks in filling order (R3). A reserve that reverts reads the members first and the
 * others after them; one that stays empty reads the members only.
 */
export function seatBlocks(programme: ProgrammeInput, order: readonly Id[], groups: Groups): readonly SeatBlock[] {
  const reserves = programme.reserved ?? [];
  const blocks = reserves.map((reserve, index) => reservedBlock(reserve, order, { groups, name: blockName(reserves, index) }));
  const total = programme.capacity ?? programme.target ?? 0;
  const open: SeatBlock = {
    name: 'open',
    seats: total - reserves.reduce((sum, { seats }) => sum + seats, 0),
    target: Math.max(0, (programme.target ?? total) - blocks.reduce((sum, { target }) => sum + target, 0)),
    list: order,
  };
  const last = (index: number) => (reserves[index] as Reserve).order === 'after-open';
  return [...blocks.filter((_, index) => !last(index)), open, ...blocks.filter((_, index) => last(index))];
}

function reservedBlock(
  reserve: Reserve,
  order: readonly Id[],
  { groups, name }: { readonly groups: Groups; readonly name: string },
): SeatBlock {
  const members = membersOf(groups, reserve.group);
  const inside = order.filter((id) => members.has(id));
  const list = reserve.unfilled === 'empty' ? inside : [...inside, ...order.filter((id) => !members.has(id))];
  return { name, seats: reserve.seats, target: reserve.target ?? reserve.seats, list };
}

function blockName(reserves: readonly Reserve[], index: number): string {
  const group = (reserves[index] as Reserve).group;
  const before = reserves.slice(0, index).filter((reserve) => reserve.group === group).length;
  return before === 0 ? `reserved:${group}` : `reserved:${group}:${before + 1}`;
}
