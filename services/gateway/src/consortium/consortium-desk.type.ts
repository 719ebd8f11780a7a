import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { SchoolType } from '../school/school.type.ts';
import { CampaignSetupType } from './campaign-setup.type.ts';

@ObjectType('ConsortiumDesk', {
  description: 'Configuration and counts; no confidential class (guichet du consortium).',
  simpleResolvers: true,
})
export class ConsortiumDeskType {
  @Field(() => CampaignSetupType, { nullable: true, description: 'One campaign, drafts included. Null with `NOT_FOUND`.' })
  readonly campaign!: CampaignSetupType | null;
}

export const SchoolConnection = connectionOf(SchoolType, 'School');
export const CampaignSetupConnection = connectionOf(CampaignSetupType, 'CampaignSetup');
