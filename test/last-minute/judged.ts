import type { Kept } from './kept.ts';
import type { Sent } from './send.ts';

/** What is to be held against each other: what senders saw, what the database keeps, what came by mail. */
export interface Trial {
  readonly sent: readonly Sent[];
  readonly kept: readonly Kept[];
  readonly caught: ReadonlyMap<string, number>;
  /** How exactly the client knows the database's clock, in milliseconds. */
  readonly give: number;
  readonly schools: number;
  /** Whether those held back were seen waiting for the lock before the deadline: received, then. */
  readonly wereWaiting: boolean;
}

/** Everything that is not as it must be, in words; nothing when each was judged by when it was received and none was lost. */
export function faultsOf({ sent, kept, caught, give, schools, wereWaiting }: Trial): readonly string[] {
  const byReference = new Map(kept.map((each) => [each.reference, each]));
  return sent.flatMap((each) => {
    const row = byReference.get(each.reference);
    if (row === undefined) return [`${each.reference}: the draft is gone`];
    const found =
      each.outcome === 'ACCEPTED' ? accepted(each, row, { give, schools }) : refused(each, row, { give, wereWaiting });
    return [...found, ...mails(row, caught)].map((fault) => `${each.group}, sent at ${each.sentAt.toFixed(1)}: ${fault}`);
  });
}

function accepted(
  { sentAt, answeredAt }: Sent,
  { receivedAt, ...row }: Kept,
  { give, schools }: { give: number; schools: number },
) {
  const faults: string[] = [];
  if (receivedAt === null || row.snapshots !== 1) return ['acknowledged and lost'];
  if (receivedAt > 0) faults.push(`accepted though received ${receivedAt.toFixed(3)} ms after the deadline`);
  if (receivedAt < sentAt - give || receivedAt > answeredAt + give)
    faults.push(`received at ${receivedAt}, not while it was asked`);
  if (row.files !== schools) faults.push(`${row.files} school files of ${schools}`);
  if (row.receipts.length !== 1) faults.push(`${row.receipts.length} receipts`);
  return faults;
}

function refused(
  { outcome, sentAt, answeredAt, group }: Sent,
  row: Kept,
  { give, wereWaiting }: Pick<Trial, 'give' | 'wereWaiting'>,
) {
  const faults: string[] = [];
  if (outcome !== 'DEADLINE_PASSED') faults.push(`refused with ${outcome}`);
  if (answeredAt < -give) faults.push('refused before the deadline');
  if (group === 'held' && wereWaiting && sentAt < 0) faults.push('refused though received before the deadline');
  if (row.snapshots + row.files + row.receipts.length > 0) faults.push('refused, and something was kept of it');
  return faults;
}

const mails = ({ receipts, waiting }: Kept, caught: ReadonlyMap<string, number>) => [
  ...(waiting > 0 ? ['a receipt still waits'] : []),
  ...receipts.filter((id) => caught.get(id) !== 1).map((id) => `its receipt came ${caught.get(id) ?? 0} times`),
];

/** Milliseconds that so large a part of the answers took at most. */
export function slowest(sent: readonly Sent[], part: number): number {
  const times = sent.map(({ sentAt, answeredAt }) => answeredAt - sentAt).toSorted((one, other) => one - other);
  return Math.round(times[Math.min(times.length - 1, Math.ceil(times.length * part) - 1)] ?? 0);
}

/** Who came in time and was not taken: nobody, unless the machine was too busy to receive them. */
export const missed = (sent: readonly Sent[]): readonly string[] =>
  sent
    .filter(({ group, outcome }) => (group === 'in time' || group === 'held') && outcome !== 'ACCEPTED')
    .map(({ group, sentAt, outcome }) => `${group}, sent at ${sentAt.toFixed(1)}: ${outcome}`);

/** How late the client's own timers were, 95 in 100: on a machine that is busy with other things nothing is measured. */
export function clientLateness(sent: readonly Sent[]): number {
  return slowest(
    sent.map((each) => ({ ...each, sentAt: 0, answeredAt: each.sentAt - each.at })),
    0.95,
  );
}
