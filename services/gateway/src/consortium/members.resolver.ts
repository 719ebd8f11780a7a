import { prepareMember } from '@guichet/admissions/campaign/prepare-member';
import { setMembers } from '@guichet/admissions/campaign/set-members';
import { createSchool } from '@guichet/admissions/school/create-school';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { payloadOf } from '../user-error/payload.ts';
import { PrepareMemberInput, SetMembersInput } from './campaign-acts.input.ts';
import { campaignIn } from './campaign-in.ts';
import { answered, type CampaignAnswer, campaignPayload } from './campaign-payload.type.ts';
import { CreateSchoolInput, CreateSchoolPayload } from './create-school.type.ts';

const SetMembersPayload = campaignPayload('SetMembers');
const PrepareMemberPayload = campaignPayload('PrepareMember');

@Resolver()
export class MembersResolver {
  @Mutation(() => SetMembersPayload, {
    description:
      'Says who takes part; into an open campaign a school joins complete, and leaves without candidacies (écoles membres).',
  })
  async setMembers(
    @Arg('input', () => SetMembersInput, { description: 'Who, all of them.' }) input: SetMembersInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const schoolIds = input.schoolIds.map((id) => requiredId('School', id));
    return answered(context, setMembers(await context.work(), { ...campaignIn(input), schoolIds }));
  }

  @Mutation(() => PrepareMemberPayload, {
    description: 'Lets a school write its notice for a campaign before it joins (préparer une école).',
  })
  async prepareMember(
    @Arg('input', () => PrepareMemberInput, { description: 'Which school, for which campaign.' }) input: PrepareMemberInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const schoolId = requiredId('School', input.schoolId);
    return answered(context, prepareMember(await context.work(), { ...campaignIn(input), schoolId }));
  }

  @Mutation(() => CreateSchoolPayload, { description: 'Makes a school; its administrators write the rest (créer une école).' })
  async createSchool(
    @Arg('input', () => CreateSchoolInput, { description: 'Its names.' }) input: CreateSchoolInput,
    @Ctx() context: Context,
  ) {
    const outcome = await createSchool(await context.work(), { ...input });
    const { changed, userErrors } = await payloadOf(outcome, context, ({ schoolId = '' }) => schoolById(context).load(schoolId));
    return { school: changed, userErrors };
  }
}
