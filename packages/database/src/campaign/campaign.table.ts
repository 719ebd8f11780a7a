import { campaignStates, oralsModes, otherChoicesPolicies, replyPolicies } from '@guichet/domain/campaign/campaign';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { actingSchool, anyone } from '../walls/rows.ts';

const table = defineEntity({
  name: 'Campaign',
  ...walled('campaign', [
    allow('S', ['app_public', 'app_person', 'app_candidate', 'app_key', 'app_reviewer'], `state <> 'DRAFT'`),
    allow('S', ['app_school'], `${actingSchool} is not null`),
    allow('SIU', ['app_platform'], anyone),
    // A further copy counts only before the deadline, an opening totals by the campaign's day, and what is over may disclose.
    allow('S', ['app_effect'], `state <> 'DRAFT'`, ['id', 'closes_at', 'zone', 'state', 'other_choices']),
  ]),
  properties: {
    id: randomId().primary(),
    slug: p.text().unique(),
    procedure: p.text(),
    nameFr: p.text(),
    nameEn: p.text().strictNullable(),
    entryYear: p.integer(),
    zone: p.text(),
    opensAt: instant(),
    closesAt: instant(),
    maxChoices: p.integer(),
    replyPolicy: p.enum(replyPolicies),
    oralsMode: p.enum(oralsModes),
    otherChoices: p.enum(otherChoicesPolicies),
    feeCents: p.integer(),
    requiredEcts: p.integer(),
    state: p.enum(campaignStates).default('DRAFT'),
    version: p.integer().version(),
  },
  checks: [
    { name: 'campaign_opens_before_it_closes', expression: 'opens_at < closes_at' },
    { name: 'campaign_fee_is_not_negative', expression: 'fee_cents >= 0' },
    { name: 'campaign_takes_a_choice', expression: 'max_choices >= 1 and max_choices <= 50' },
  ],
});
/** One yearly run of the procedure (campagne). */
export class Campaign extends table.class {}
table.setClass(Campaign);
