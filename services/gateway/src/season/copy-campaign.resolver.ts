import { copyCampaign } from '@guichet/admissions/season/copy-campaign';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { answered, type CampaignAnswer, campaignPayload } from '../consortium/campaign-payload.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { bilingual } from '../text/bilingual-text.input.ts';
import { CopyCampaignInput } from './copy-campaign.input.ts';

const CopyCampaignPayload = campaignPayload('CopyCampaign');

@Resolver()
export class CopyCampaignResolver {
  @Mutation(() => CopyCampaignPayload, {
    description:
      'Makes a new season in DRAFT from a campaign: settings, schools and their notices as drafts, dates moved; nothing of any person (nouvelle campagne).',
  })
  async copyCampaign(
    @Arg('input', () => CopyCampaignInput, { description: 'Of which, and when it opens.' }) input: CopyCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const { slug, opensOn, idempotencyKey } = input;
    const campaignId = requiredId('Campaign', input.campaignId);
    const act = { campaignId, slug, opensOn, idempotencyKey, name: bilingual(input.name) };
    return answered(context, copyCampaign(await context.work(), act));
  }
}
