import { archiveCampaign } from '@guichet/admissions/campaign/archive-campaign';
import { createCampaign } from '@guichet/admissions/campaign/create-campaign';
import { moveMilestone } from '@guichet/admissions/campaign/move-milestone';
import { openCampaign } from '@guichet/admissions/campaign/open-campaign';
import { updateCampaign } from '@guichet/admissions/campaign/update-campaign';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import {
  ArchiveCampaignInput,
  CreateCampaignInput,
  MoveMilestoneInput,
  OpenCampaignInput,
  UpdateCampaignInput,
} from './campaign-acts.input.ts';
import { campaignIn } from './campaign-in.ts';
import { answered, type CampaignAnswer, campaignPayload } from './campaign-payload.type.ts';
import { settingsIn } from './campaign-settings.input.ts';

const CreateCampaignPayload = campaignPayload('CreateCampaign');
const UpdateCampaignPayload = campaignPayload('UpdateCampaign');
const OpenCampaignPayload = campaignPayload('OpenCampaign');
const ArchiveCampaignPayload = campaignPayload('ArchiveCampaign');
const MoveMilestonePayload = campaignPayload('MoveMilestone');

@Resolver()
export class CampaignActsResolver {
  @Mutation(() => CreateCampaignPayload, { description: 'Makes a campaign in DRAFT, without schools (créer).' })
  async createCampaign(
    @Arg('input', () => CreateCampaignInput, { description: 'Its settings.' }) input: CreateCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const { idempotencyKey } = input;
    return answered(context, createCampaign(await context.work(), { idempotencyKey, settings: settingsIn(input.settings) }));
  }

  @Mutation(() => UpdateCampaignPayload, { description: 'Changes the settings of a campaign not open yet (paramétrer).' })
  async updateCampaign(
    @Arg('input', () => UpdateCampaignInput, { description: 'Its settings as they are to be.' }) input: UpdateCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const act = { ...campaignIn(input), settings: settingsIn(input.settings) };
    return answered(context, updateCampaign(await context.work(), act));
  }

  @Mutation(() => OpenCampaignPayload, {
    description: 'Opens a campaign whose schools are all complete: every notice is frozen, dossiers are taken (ouvrir).',
  })
  async openCampaign(
    @Arg('input', () => OpenCampaignInput, { description: 'Which.' }) input: OpenCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    return answered(context, openCampaign(await context.work(), campaignIn(input)));
  }

  @Mutation(() => ArchiveCampaignPayload, { description: 'Archives a closed campaign; nothing leads back (archiver).' })
  async archiveCampaign(
    @Arg('input', () => ArchiveCampaignInput, { description: 'Which.' }) input: ArchiveCampaignInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    return answered(context, archiveCampaign(await context.work(), campaignIn(input)));
  }

  @Mutation(() => MoveMilestonePayload, {
    description:
      'Moves the deadline, with author and reason; ahead of now it opens a closed campaign again (reporter la clôture).',
  })
  async moveMilestone(
    @Arg('input', () => MoveMilestoneInput, { description: 'Which, to when, why.' }) input: MoveMilestoneInput,
    @Ctx() context: Context,
  ): Promise<CampaignAnswer> {
    const { kind, at, reason } = input;
    return answered(context, moveMilestone(await context.work(), { ...campaignIn(input), kind, at, reason }));
  }
}
