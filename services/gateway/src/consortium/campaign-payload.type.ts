import type { Outcome } from '@guichet/admissions/once';
import type { CampaignSetup } from '@guichet/database/campaign/campaign-setup.read';
import { type ClassType, Field, ObjectType } from 'type-graphql';
import { allow, fieldsOf, type PermissionLines } from '../permissions/permission.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { type UserErrorCode, UserErrorType } from '../user-error/user-error.type.ts';
import { campaignSetupById } from './campaign-setup.loaders.ts';
import { CampaignSetupType } from './campaign-setup.type.ts';

interface CampaignPayload {
  readonly campaign: CampaignSetupType | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The answer of one act on a campaign. */
export const campaignPayload = (act: string): ClassType<CampaignPayload> => {
  @ObjectType(`${act}Payload`, { description: 'What the act answers.', simpleResolvers: true })
  class Payload implements CampaignPayload {
    @Field(() => CampaignSetupType, { nullable: true, description: 'The campaign as it is now. Null when refused.' })
    readonly campaign!: CampaignSetupType | null;

    @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
    readonly userErrors!: readonly UserErrorType[];
  }
  return Payload;
};

/** Whoever acted may read what it answered. */
export const campaignPayloadPermissions = (act: string): PermissionLines =>
  fieldsOf(`${act}Payload`, allow, ['campaign', 'userErrors']);

/** What an act answers, as rows. */
export interface CampaignAnswer {
  readonly campaign: CampaignSetup | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The campaign as the act left it, or every objection in words. */
export async function answered<R extends { readonly reason: UserErrorCode }>(
  context: Context,
  acting: Promise<Outcome<R>>,
): Promise<CampaignAnswer> {
  const { changed, userErrors } = await payloadOf(await acting, context, ({ campaignId = '' }) =>
    campaignSetupById(context).load(campaignId),
  );
  return { campaign: changed, userErrors };
}
