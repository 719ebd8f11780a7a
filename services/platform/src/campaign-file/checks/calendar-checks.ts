import { reservedSlugs } from '@guichet/domain/school/slug';
import { instantOf, isZone, type TimeFault } from '../local-time.ts';
import { type PointedFault, quoted } from '../schema-faults.ts';
import type { Check, Checked } from './check.ts';

/** What concerns the campaign as a whole. */
export const calendarChecks: readonly Check[] = [slugIsFree, zoneIsKnown, timesExist, closesAfterOpening, entersAfterClosing];

const at = (member: string) => `/campaign/${member}`;

function slugIsFree({ file, isSound }: Checked) {
  if (!isSound(at('slug')) || !reservedSlugs.has(file.campaign.slug)) return [];
  return [
    {
      pointer: at('slug'),
      message: `is ${quoted(file.campaign.slug)}, a word the platform keeps for itself: add the year, as in astg3-2027`,
    },
  ];
}

function zoneIsKnown({ file, isSound }: Checked) {
  if (!isSound(at('zone')) || isZone(file.campaign.zone)) return [];
  return [
    {
      pointer: at('zone'),
      message: `is ${quoted(file.campaign.zone)}, no zone of the IANA list: write one such as Europe/Paris`,
    },
  ];
}

function timesExist(checked: Checked) {
  return (['opensAt', 'closesAt'] as const).flatMap((member): readonly PointedFault[] => {
    const time = timeOf(checked, member);
    if (time !== 'NO_SUCH_TIME' && time !== 'CLOCKS_CHANGE') return [];
    return [{ pointer: at(member), message: `is ${quoted(checked.file.campaign[member])}: ${timeRemedies[time]}` }];
  });
}

const timeRemedies: Readonly<Record<TimeFault, string>> = {
  NO_SUCH_TIME: 'no such day or hour exists; correct it',
  CLOCKS_CHANGE: 'clocks change then, so this hour is skipped or comes twice; add the offset meant, as in 2027-10-31T02:30+01:00',
};

function closesAfterOpening(checked: Checked) {
  const [opensAt, closesAt] = [timeOf(checked, 'opensAt'), timeOf(checked, 'closesAt')];
  if (!(opensAt instanceof Temporal.Instant && closesAt instanceof Temporal.Instant)) return [];
  if (Temporal.Instant.compare(opensAt, closesAt) < 0) return [];
  const { opensAt: opening, closesAt: closing } = checked.file.campaign;
  return [
    {
      pointer: at('closesAt'),
      message: `is ${quoted(closing)}, not after the opening ${quoted(opening)}: exchange or correct them`,
    },
  ];
}

function entersAfterClosing(checked: Checked) {
  const closesAt = timeOf(checked, 'closesAt');
  if (!(closesAt instanceof Temporal.Instant) || !checked.isSound(at('entryYear'))) return [];
  const { entryYear, zone } = checked.file.campaign;
  const closingYear = closesAt.toZonedDateTimeISO(zone).year;
  if (entryYear === closingYear || entryYear === closingYear + 1) return [];
  return [
    {
      pointer: at('entryYear'),
      message: `is ${entryYear} while applications close in ${closingYear}: write ${closingYear} or ${closingYear + 1}`,
    },
  ];
}

/** Undefined while the text or the zone is not sound, so that one fault is told once. */
function timeOf({ file, isSound }: Checked, member: 'opensAt' | 'closesAt') {
  if (!isSound(at(member)) || !isSound(at('zone')) || !isZone(file.campaign.zone)) return undefined;
  return instantOf(file.campaign[member], file.campaign.zone);
}
