import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { faultsOfReaderProfile, type ReaderProfileFault } from '@guichet/domain/assignment/reader-profile';
import { sql } from 'kysely';
import { traceSchool } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { namedReaders } from './readers-of-school.ts';

export interface SetReaderProfileInput {
  /** A membership. */
  readonly readerId: string;
  readonly specialismIds: readonly string[];
  /** Null for no bound. */
  readonly largestLoad: number | null;
  /** 0 before the first. */
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

type Given = Omit<SetReaderProfileInput, 'idempotencyKey'>;
export type ReaderProfileObjection = { readonly reason: 'STALE_VERSION'; readonly currentVersion: number } | ReaderProfileFault;

/** Sets what a reader reads and how much they take; what they have in hand stays theirs, even beyond a smaller load. */
export const setReaderProfile = (
  work: Work,
  { idempotencyKey: key, ...input }: SetReaderProfileInput,
): Promise<Outcome<ReaderProfileObjection>> =>
  once(work, { operation: 'setReaderProfile', key, input }, () => perform(work, input));

async function perform(work: Work, given: Given): Promise<Outcome<ReaderProfileObjection>> {
  const [reader] = await namedReaders(work, [given.readerId]);
  if (!reader?.isMember) throw new NotFound();
  const refused = faultsOfReaderProfile({ ...given, isReviewer: reader.functions.includes('REVIEWER') });
  if (refused.length > 0) return { refused };
  const currentVersion = await saved(work, reader.accountId, given);
  if (currentVersion !== null) return { refused: [{ reason: 'STALE_VERSION', currentVersion }] };
  await readingOnly(work, reader.accountId, given.specialismIds);
  await traceSchool(work, 'READER_PROFILE_SET', given.readerId);
  return { done: { readerId: given.readerId } };
}

/** Null once saved; else the version somebody else made of it. */
async function saved({ db, hat }: Work, accountId: string, { largestLoad, expectedVersion }: Given): Promise<number | null> {
  const of = sql`school_id = ${hat.school} and reader_id = ${accountId}`;
  const written =
    expectedVersion === 0
      ? await sql`insert into app.reader_profile (school_id, reader_id, largest_load)
          values (${hat.school}, ${accountId}, ${largestLoad}) on conflict (school_id, reader_id) do nothing`.execute(db)
      : await sql`update app.reader_profile set largest_load = ${largestLoad}, version = version + 1
          where ${of} and version = ${expectedVersion}`.execute(db);
  if (written.numAffectedRows === 1n) return null;
  const { rows } = await sql<{ version: number }>`select version from app.reader_profile where ${of}`.execute(db);
  return rows[0]?.version ?? 0;
}

async function readingOnly({ db, hat }: Work, accountId: string, specialismIds: readonly string[]): Promise<void> {
  await sql`delete from app.reader_specialism where school_id = ${hat.school} and reader_id = ${accountId}`.execute(db);
  const { numAffectedRows } = await sql`insert into app.reader_specialism (school_id, reader_id, specialism_id)
    select ${hat.school}::uuid, ${accountId}::uuid, s.id from app.specialism s where s.id = any(${specialismIds}::uuid[])`.execute(
    db,
  );
  if (numAffectedRows !== BigInt(specialismIds.length)) throw new NotFound();
}
