import { readReaders } from '@guichet/database/assignment/reader.read';
import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { readerOfCampaign, readersOf } from './reader.loaders.ts';
import { ReaderType } from './reader.type.ts';

@Resolver(() => SchoolDeskType)
export class ReadersResolver {
  @FieldResolver(() => [ReaderType], {
    description: 'Who reads for the school, by name, with what they have in hand; also who left with some (lecteurs).',
  })
  async readers(
    @Root() { schoolId }: Desk,
    @Arg('campaignId', () => ID, { description: 'In which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ): Promise<readonly ReaderType[]> {
    const { id } = await campaignById(context).load(requiredId('Campaign', campaignId));
    return (await readReaders((await context.reading()).db, { schoolId, campaignId: id })).map(readerOfCampaign);
  }
}

@Resolver(() => CandidacyType)
export class CandidacyReadersResolver {
  @FieldResolver(() => [PersonType], { description: 'Who reads it, by name; whoever left is none of them (lecteurs).' })
  readers(@Root() { id }: CandidacyRow, @Ctx() context: Context) {
    return readersOf(context).load(id);
  }
}
