import { withdrawalReasons } from '@guichet/domain/application/withdrawal';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { ownCandidate, ownSchool } from '../walls/rows.ts';

const toCandidacy = 'foreign key (school_id, candidacy_id, candidate_id) references app.candidacy (school_id, id, candidate_id)';

const filing = defineEntity({
  name: 'Filing',
  ...walled('filing', [allow('SI', ['app_candidate'], ownCandidate)], [toCandidacy]),
  properties: {
    candidateId: p.uuid().primary(),
    schoolId: p.uuid().primary().index(),
    candidacyId: p.uuid().primary(),
    campaignId: p.uuid(),
  },
});
/**
 * Ties a candidate to a candidacy once and for all. A choice refers to it and never to the candidacy itself: checking that key
 * would lock, that is write on, the row of a school that is merely kept.
 */
export class Filing extends filing.class {}
filing.setClass(Filing);

const choice = defineEntity({
  name: 'Choice',
  ...walled(
    'choice',
    [allow('SI', ['app_candidate'], ownCandidate)],
    [
      'foreign key (candidate_id, snapshot_id) references app.snapshot (candidate_id, id)',
      'foreign key (candidate_id, school_id, candidacy_id) references app.filing (candidate_id, school_id, candidacy_id)',
    ],
  ),
  properties: {
    candidateId: p.uuid().primary(),
    snapshotId: p.uuid().primary(),
    schoolId: p.uuid().primary().index(),
    candidacyId: p.uuid(),
    /** Number and digest of the copy this school reads. */
    dossierNumber: p.integer(),
    digest: p.text(),
    noticeVersionId: p.uuid(),
  },
});
/** One school among those chosen (vœu), without its order. */
export class Choice extends choice.class {}
choice.setClass(Choice);

const preference = defineEntity({
  name: 'Preference',
  ...walled(
    'preference',
    [allow('SI', ['app_candidate'], ownCandidate)],
    ['foreign key (candidate_id, snapshot_id, school_id) references app.choice (candidate_id, snapshot_id, school_id)'],
  ),
  properties: {
    candidateId: p.uuid().primary(),
    snapshotId: p.uuid().primary(),
    schoolId: p.uuid().primary().index(),
    rank: p.integer(),
  },
  uniques: [{ properties: ['candidateId', 'snapshotId', 'rank'] }],
  checks: [{ name: 'preference_rank_is_positive', expression: 'rank > 0' }],
});
/** The order of preference, alone in its table: no school role has any right on it (ordre de préférence). */
export class Preference extends preference.class {}
preference.setClass(Preference);

const withdrawal = defineEntity({
  name: 'Withdrawal',
  ...walled(
    'withdrawal',
    [
      allow('SI', ['app_candidate'], ownCandidate),
      allow('S', ['app_school', 'app_key'], ownSchool, ['id', 'school_id', 'candidacy_id', 'reason', 'at']),
    ],
    [toCandidacy],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    candidacyId: p.uuid(),
    candidateId: p.uuid().index(),
    /** Number of the copy withdrawn: a school chosen again receives the next one, so no clock has to tell which came first. */
    dossierNumber: p.integer(),
    reason: p.enum(withdrawalReasons),
    at: instant(),
  },
  uniques: [{ properties: ['schoolId', 'candidacyId', 'dossierNumber'] }],
});
/** A candidacy withdrawn by its candidate, with a structured reason (désistement). */
export class Withdrawal extends withdrawal.class {}
withdrawal.setClass(Withdrawal);
