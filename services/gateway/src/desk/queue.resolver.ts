import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { isFiltered } from '@guichet/database/candidacy/queue';
import { filterOfQueueView, readQueueCounts } from '@guichet/database/candidacy/queue-counts.read';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { queueOrView } from '../candidacy/queue.loaders.ts';
import { NeighboursType, QueueCountType } from '../candidacy/queue.type.ts';
import { asksFor } from '../connection/asks-for.ts';
import { type Connection, connectionOf } from '../connection/connection.type.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { shownFilter } from '../view/view-filter.type.ts';
import { besideInQueue, pageOfQueue } from './page-of-queue.ts';
import { NeighbourArguments, QueueArguments } from './queue-arguments.ts';
import { togetherFor } from './read-together.ts';
import { type Desk, SchoolDeskType } from './school-desk.type.ts';

const CandidacyConnection = connectionOf(CandidacyType, 'Candidacy', { isCounted: true });

@Resolver(() => SchoolDeskType)
export class QueueResolver {
  @FieldResolver(() => CandidacyConnection, { description: 'The school’s queue in one campaign (candidatures).' })
  async candidacies(
    @Args(() => QueueArguments) given: QueueArguments,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<CandidacyRow>> {
    const queue = await queueOrView(context, requiredId('Campaign', given.campaignId), given);
    const isCounted = asksFor(info, 'totalCount') && !isFiltered(queue.filter);
    return pageOfQueue(context, queue, { page: pageWindow(given), isCounted, together: togetherFor(info, context) });
  }

  @FieldResolver(() => [QueueCountType], {
    description: 'How many candidacies each view holds; a state without any is left out (compteurs).',
  })
  async queueCounts(
    @Root() { schoolId }: Desk,
    @Arg('campaignId', () => ID, { description: 'Of which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ) {
    const { id } = await campaignById(context).load(requiredId('Campaign', campaignId));
    const counts = await readQueueCounts((await context.reading()).db, { schoolId, campaignId: id });
    return counts.map((each) => ({ ...each, filter: shownFilter(filterOfQueueView(each.view)) }));
  }

  @FieldResolver(() => NeighboursType, {
    description:
      'The candidacies before and after one, in the queue as filtered and ordered, or in a saved view (précédente, suivante).',
  })
  async neighbours(@Args(() => NeighbourArguments) given: NeighbourArguments, @Ctx() context: Context) {
    const row = await candidacyById(context).load(requiredId('Candidacy', given.candidacyId));
    const queue = await queueOrView(context, row.campaignId, given);
    const previous = await besideInQueue(context, queue, { row, isBackward: true });
    return { previous, next: await besideInQueue(context, queue, { row, isBackward: false }) };
  }
}
