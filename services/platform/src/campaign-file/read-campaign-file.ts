import { readMentions } from '../nomenclature/mentions.ts';
import { type CampaignFile, campaignFileFormat } from './campaign-file.ts';
import { calendarChecks } from './checks/calendar-checks.ts';
import type { Check } from './checks/check.ts';
import { noticeChecks } from './checks/notice-checks.ts';
import { schoolChecks } from './checks/school-checks.ts';
import { specialismChecks } from './checks/specialism-checks.ts';
import { type JsonPlaces, lineAndColumn, NotJson, placesOf } from './json-places.ts';
import { type PointedFault, schemaFaults } from './schema-faults.ts';

/** One fault of a file; `place` is the JSON pointer of the value with its line and column, the message says how to mend it. */
export interface CampaignFileFault {
  readonly place: string;
  readonly message: string;
}

/** A file without fault, or every fault it has in the order of the text; never both. */
export type CampaignFileReading = { readonly file: CampaignFile } | { readonly faults: readonly CampaignFileFault[] };

const largestFile = 1_048_576;
const checks: readonly Check[] = [...calendarChecks, ...specialismChecks, ...schoolChecks, ...noticeChecks];

/** Reads a campaign file whole; `mentions` are the codes of national mentions known, by default those shipped. */
export function readCampaignFile(written: string, mentions: ReadonlySet<string> = shippedMentions()): CampaignFileReading {
  const text = written.startsWith('\uFEFF') ? written.slice(1) : written;
  if (text.length > largestFile)
    return { faults: [{ place: '/ (1:1)', message: 'the file is larger than a campaign can be (1 MiB)' }] };
  try {
    return readingOf(text, placesOf(text), mentions);
  } catch (cause) {
    if (!(cause instanceof NotJson)) throw cause;
    return { faults: [{ place: `/ (${lineAndColumn(text, cause.offset)})`, message: `is no JSON: ${cause.message}` }] };
  }
}

function readingOf(text: string, places: JsonPlaces, mentions: ReadonlySet<string>): CampaignFileReading {
  const value: unknown = JSON.parse(text);
  const pointed = pointedFaults(value, mentions);
  const repeated = places.repeated.map((pointer) => ({ pointer, message: 'is written twice in one object: leave one' }));
  const faults = [...repeated, ...pointed];
  if (faults.length > 0) return { faults: inReadingOrder(faults, text, places) };
  const { $schema: _, ...file } = value as CampaignFile & { $schema?: string };
  return { file };
}

function pointedFaults(value: unknown, mentions: ReadonlySet<string>): readonly PointedFault[] {
  const shape = schemaFaults(value);
  const otherFormat = shape.find(({ pointer, message }) => pointer === '/format' && !message.startsWith('is missing'));
  if (otherFormat !== undefined)
    return [{ pointer: '/format', message: `${otherFormat.message}; this platform reads ${campaignFileFormat} only` }];
  const faulty = new Set(shape.map(({ pointer }) => pointer));
  const isSound = (pointer: string) => selfAndAbove(pointer).every((place) => !faulty.has(place));
  return [...shape, ...checks.flatMap((check) => check({ file: value as CampaignFile, isSound, mentions }))];
}

/** A value's pointer and those of everything that holds it, the document last. */
function selfAndAbove(pointer: string): readonly string[] {
  const steps = pointer.split('/');
  return steps.map((_, cut) => steps.slice(0, steps.length - cut).join('/'));
}

function inReadingOrder(faults: readonly PointedFault[], text: string, places: JsonPlaces): readonly CampaignFileFault[] {
  const offsetOf = (pointer: string) =>
    places.offsets.get(selfAndAbove(pointer).find((place) => places.offsets.has(place)) ?? '') ?? 0;
  const told = faults
    .map(({ pointer, message }) => ({ offset: offsetOf(pointer), place: pointer || '/', message }))
    .toSorted((one, other) => one.offset - other.offset);
  const lines = told.map(({ offset, place, message }) => ({ place: `${place} (${lineAndColumn(text, offset)})`, message }));
  return [...new Map(lines.map((line) => [`${line.place} ${line.message}`, line])).values()];
}

let shipped: ReadonlySet<string> | undefined;

function shippedMentions(): ReadonlySet<string> {
  shipped ??= new Set(readMentions().map(({ code }) => code));
  return shipped;
}
