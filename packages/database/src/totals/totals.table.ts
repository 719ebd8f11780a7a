import { allow } from '../walls/allow.ts';
import { defineEntity, p, randomId, walled } from '../walls/define-table.ts';
import { actingCandidate, actingSchool, anyone, ownSchool } from '../walls/rows.ts';

const acting = `school_id = ${actingSchool} or exists (select from app.candidacy c
  where c.school_id = totals_delta.school_id and c.candidate_id = ${actingCandidate})`;

const delta = defineEntity({
  name: 'TotalsDelta',
  ...walled(
    'totals_delta',
    [
      allow('S', ['app_school', 'app_key'], ownSchool),
      allow('S', ['app_platform'], anyone),
      allow('SD', ['app_totals'], anyone),
      allow('I', ['app_effect'], acting),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    campaignId: p.uuid(),
    state: p.text(),
    delta: p.integer(),
  },
});
/** One change of a school's count, appended by the effect; nobody queues on a counter's lock. */
export class TotalsDelta extends delta.class {}
delta.setClass(TotalsDelta);

const totals = defineEntity({
  name: 'Totals',
  ...walled(
    'totals',
    [
      allow('S', ['app_school', 'app_key'], ownSchool),
      allow('S', ['app_platform'], anyone),
      allow('SIU', ['app_totals'], anyone),
    ],
    ['foreign key (school_id) references app.school (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    campaignId: p.uuid().primary(),
    state: p.text().primary(),
    n: p.integer(),
  },
});
/** A school's candidacies per state, as folded by the worker; the true count is this and the deltas together. */
export class Totals extends totals.class {}
totals.setClass(Totals);

const campaignDelta = defineEntity({
  name: 'CampaignTotalsDelta',
  ...walled('campaign_totals_delta', [
    allow('S', ['app_platform'], anyone),
    allow('SD', ['app_totals'], anyone),
    allow('I', ['app_effect'], `${actingCandidate} is not null`),
  ]),
  properties: {
    id: randomId().primary(),
    campaignId: p.uuid().index(),
    measure: p.enum(['DRAFT', 'SUBMITTED', 'WITHDRAWN', 'ARRIVED'] as const),
    day: p.string().columnType('date'),
    delta: p.integer(),
  },
});
/** One change of a campaign's counts: dossiers per state, and arrivals per day in the campaign's zone. */
export class CampaignTotalsDelta extends campaignDelta.class {}
campaignDelta.setClass(CampaignTotalsDelta);

const campaignTotals = defineEntity({
  name: 'CampaignTotals',
  ...walled('campaign_totals', [allow('S', ['app_platform'], anyone), allow('SIU', ['app_totals'], anyone)]),
  properties: {
    campaignId: p.uuid().primary(),
    measure: p.text().primary(),
    day: p.string().columnType('date').primary(),
    n: p.integer(),
  },
});
/** A campaign's counts as folded by the worker. */
export class CampaignTotals extends campaignTotals.class {}
campaignTotals.setClass(CampaignTotals);
