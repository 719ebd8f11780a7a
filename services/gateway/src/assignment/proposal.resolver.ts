import { proposeReaders } from '@guichet/admissions/assignment/propose-readers';
import type { ProposedReader } from '@guichet/domain/assignment/propose-assignments';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { queueOf } from '../candidacy/queue.loaders.ts';
import { SchoolDeskType } from '../desk/school-desk.type.ts';
import { memberById } from '../membership/membership.loaders.ts';
import { knownIds, requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { ProposalInput, ProposedAssignmentType } from './proposal.type.ts';

@Resolver(() => SchoolDeskType)
export class ProposalResolver {
  @FieldResolver(() => [ProposedAssignmentType], {
    description: 'Readers proposed for candidacies, by specialism or by load; nothing is assigned (proposition d’affectation).',
  })
  async proposedAssignments(
    @Arg('input', () => ProposalInput, { description: 'For which, and how.' }) input: ProposalInput,
    @Ctx() context: Context,
  ): Promise<readonly ProposedReader[]> {
    const { id: campaignId } = await campaignById(context).load(requiredId('Campaign', input.campaignId));
    const { filter } = queueOf(context, campaignId, { filter: input.filter ?? null, orderBy: 'RECEIVED_AT_ASC' });
    const candidacyIds = knownIds('Candidacy', input.candidacyIds);
    const { manner, readersEach } = input;
    return proposeReaders(await context.work(), { campaignId, candidacyIds, filter, manner, readersEach: readersEach ?? 1 });
  }
}

@Resolver(() => ProposedAssignmentType)
export class ProposedAssignmentResolver {
  @FieldResolver({ description: 'For which.' })
  candidacy(@Root() { candidacyId }: ProposedReader, @Ctx() context: Context) {
    return candidacyById(context).load(candidacyId);
  }

  @FieldResolver({ description: 'Who. Null when nobody is found.' })
  reader(@Root() { readerId }: ProposedReader, @Ctx() context: Context) {
    return readerId === null ? null : memberById(context).load(readerId);
  }
}
