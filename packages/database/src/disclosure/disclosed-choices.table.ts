import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, walled } from '../walls/define-table.ts';
import { asClock, assigned, ownSchool } from '../walls/rows.ts';

// Reopened, a campaign discloses nothing until it closes again.
const over = `exists (select from app.campaign k where k.id = disclosed_choices.campaign_id and k.state in ('CLOSED', 'ARCHIVED'))`;

// The campaign is for the policies, the moment for whoever administers.
const read = ['school_id', 'candidacy_id', 'count'];

const table = defineEntity({
  name: 'DisclosedChoices',
  ...walled(
    'disclosed_choices',
    [
      allow('S', ['app_school', 'app_key'], `${ownSchool} and ${over}`, read),
      allow('S', ['app_reviewer'], `${ownSchool} and ${assigned('disclosed_choices')} and ${over}`, read),
      allow('SID', ['app_effect'], asClock),
    ],
    [
      // Of its candidacy's own campaign: else a row of this season would be told because another one is over.
      'foreign key (school_id, candidacy_id, campaign_id) references app.candidacy (school_id, id, campaign_id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    campaignId: p.uuid().index(),
    /** Other schools at which the same dossier stood; which ones, and in which order, is written nowhere here. */
    count: p.integer(),
    disclosedAt: instant(),
  },
  checks: [{ name: 'disclosed_count_is_not_negative', expression: 'count >= 0' }],
});
/** What a campaign that says so discloses of the other choices behind a candidacy, as they stood when it closed (autres vœux). */
export class DisclosedChoices extends table.class {}
table.setClass(DisclosedChoices);
