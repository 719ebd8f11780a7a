import { allow, fieldsOf } from '../permissions/permission.ts';

export const campaignPermissions = {
  ...fieldsOf('Query', allow, ['campaigns', 'campaign']),
  ...fieldsOf('Campaign', allow, [
    'id',
    'slug',
    'name',
    'entryYear',
    'state',
    'feeCents',
    'members',
    'calendar',
    'replyPolicy',
    'oralsMode',
    'otherChoices',
    'disclosure',
    'maxChoices',
    'requiredEcts',
  ]),
  ...fieldsOf('CampaignMember', allow, ['school', 'notice']),
  ...fieldsOf('Milestone', allow, ['kind', 'at', 'zone']),
};
