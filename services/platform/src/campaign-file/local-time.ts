/** Why a written time names no instant: no such day or hour, or an hour the change of clocks skips or repeats. */
export type TimeFault = 'NO_SUCH_TIME' | 'CLOCKS_CHANGE';

const withOffset = /(?:Z|[+-]\d{2}:\d{2})$/;

/** The instant of `2027-04-06T23:59` on the wall clock of a zone, or of the same with an offset of its own. */
export function instantOf(written: string, zone: string): Temporal.Instant | TimeFault {
  try {
    if (withOffset.test(written)) return Temporal.Instant.from(written);
    const local = Temporal.PlainDateTime.from(written, { overflow: 'reject' });
    return isClear(local, zone) ? local.toZonedDateTime(zone).toInstant() : 'CLOCKS_CHANGE';
  } catch {
    return 'NO_SUCH_TIME';
  }
}

/** How an instant is written in a file: wall clock of the zone, no seconds when they are zero, the offset only where clocks change. */
export function localTextOf(instant: Temporal.Instant, zone: string): string {
  const there = instant.toZonedDateTimeISO(zone);
  const local = there.toPlainDateTime();
  const isWholeMinute = local.round({ smallestUnit: 'minute', roundingMode: 'floor' }).equals(local);
  const text = local.toString(isWholeMinute ? { smallestUnit: 'minute' } : {});
  return isClear(local, zone) ? text : text + there.offset;
}

/** Whether the platform knows the IANA name of a zone. */
export function isZone(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

function isClear(local: Temporal.PlainDateTime, zone: string): boolean {
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    local.toZonedDateTime(zone, { disambiguation }),
  );
  return earlier !== undefined && later !== undefined && earlier.equals(later);
}
