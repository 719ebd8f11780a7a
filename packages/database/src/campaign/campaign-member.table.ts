import { allow } from '../walls/allow.ts';
import { defineEntity, p, walled } from '../walls/define-table.ts';
import { anyone } from '../walls/rows.ts';

const table = defineEntity({
  name: 'CampaignMember',
  ...walled(
    'campaign_member',
    [
      allow(
        'S',
        ['app_public', 'app_person', 'app_candidate', 'app_school', 'app_key', 'app_reviewer'],
        'exists (select from app.campaign c where c.id = campaign_member.campaign_id)',
      ),
      allow('SID', ['app_platform'], anyone),
    ],
    ['foreign key (campaign_id) references app.campaign (id)', 'foreign key (school_id) references app.school (id)'],
  ),
  properties: { schoolId: p.uuid().primary(), campaignId: p.uuid().primary().index() },
});
/** A school that takes part in one campaign: membership is decided per campaign (école membre). */
export class CampaignMember extends table.class {}
table.setClass(CampaignMember);
