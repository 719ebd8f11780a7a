import type { QueueFilter } from './queue.ts';

/** A filter as a row keeps it (saved views, exports): ids as uuids, instants as ISO text. */
export const filterToJson = (filter: QueueFilter): string =>
  JSON.stringify(filter, (_key, value: unknown) => (value instanceof Temporal.Instant ? value.toString() : value));

/** A filter as the queue takes it again. */
export function filterFromJson(stored: Readonly<Record<string, unknown>>): QueueFilter {
  const { receivedAfter, receivedBefore, ...plain } = stored;
  return { ...plain, receivedAfter: instantOf(receivedAfter), receivedBefore: instantOf(receivedBefore) };
}

const instantOf = (text: unknown) => (typeof text === 'string' ? Temporal.Instant.from(text) : null);
