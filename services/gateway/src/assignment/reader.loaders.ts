import { type AssignedReaderRow, type ReaderRow, readReaders, readReadersOf } from '@guichet/database/assignment/reader.read';
import DataLoader from 'dataloader';
import { notFound } from '../errors/refused.ts';
import type { PersonType } from '../membership/person.type.ts';
import type { Context } from '../principal/request-context.ts';
import type { ReaderProfileType, ReaderType } from './reader.type.ts';

const readersByCandidacy = Symbol('readers by candidacy');

/** Who reads each candidacy of a page, in one statement. */
export const readersOf = (context: Context) =>
  context.loader(
    readersByCandidacy,
    () =>
      new DataLoader<string, readonly PersonType[]>(async (candidacyIds) => {
        const { db, hat } = await context.reading();
        const rows = await readReadersOf(db, { schoolId: hat.school ?? '', candidacyIds });
        const found = Map.groupBy<string, AssignedReaderRow>(rows, ({ candidacyId }) => candidacyId);
        return candidacyIds.map((id) => found.get(id) ?? []);
      }),
  );

/** The profile of one reader of the acting school, by membership. */
export async function readerProfile(context: Context, id: string): Promise<ReaderProfileType> {
  const { db, hat } = await context.reading();
  const [row] = await readReaders(db, { schoolId: hat.school ?? '', campaignId: null, ids: [id] });
  if (!row) throw notFound();
  return profileOf(row);
}

/** A reader in a campaign, as the contract shows them. */
export const readerOfCampaign = (row: ReaderRow): ReaderType => ({
  profile: profileOf(row),
  load: row.load ?? 0,
  isReading: row.isReading,
});

const profileOf = ({ id, displayName, specialisms, largestLoad, version }: ReaderRow): ReaderProfileType => ({
  person: { id, displayName },
  specialisms,
  largestLoad,
  version,
});
