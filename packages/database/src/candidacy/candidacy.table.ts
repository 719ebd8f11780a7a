import { candidacyStates } from '@guichet/domain/candidacy/life-cycle';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { actingCandidate, asClock, assigned, ownCandidate, ownSchool, ownTeam } from '../walls/rows.ts';

// candidate_id stands on a school's rows for keys and checks; no school role may read it: it opens the candidate's own role.
const read = [
  'id',
  'school_id',
  'campaign_id',
  'notice_version_id',
  'received_at',
  'state',
  'version',
  'dossier_number',
  'specialism_ids',
];
// Labels and notes are the team's own: no reviewer reads their ids either.
const readByTeam = [...read, 'label_ids', 'newest_note_ids'];

// A candidate files, and never labels.
const filed = `state = 'RECEIVED' and version = 1 and dossier_number = 1 and label_ids = '{}' and newest_note_ids = '{}'`;

// For the clock alone: candidacies of a campaign that is closed and said it would disclose how many there are.
const counted = `exists (select from app.campaign k where k.id = candidacy.campaign_id and k.state = 'CLOSED' and k.other_choices = 'COUNT')`;
const seenByEffect = `candidate_id = ${actingCandidate} or ${ownTeam} or ${asClock} and ${counted}`;

const table = defineEntity({
  name: 'Candidacy',
  ...walled(
    'candidacy',
    [
      allow('I', ['app_candidate'], `${ownCandidate} and ${filed}`),
      allow('S', ['app_school', 'app_key'], ownSchool, readByTeam),
      allow('U', ['app_school'], ownSchool, ['state', 'version']),
      allow('S', ['app_reviewer'], `${ownSchool} and ${assigned('candidacy', 'id')}`, read),
      allow('S', ['app_effect'], seenByEffect, [
        'id',
        'school_id',
        'candidate_id',
        'campaign_id',
        'state',
        'version',
        'dossier_number',
        'received_at',
      ]),
      allow('U', ['app_effect'], `candidate_id = ${actingCandidate} or ${ownTeam}`, [
        'state',
        'version',
        'dossier_number',
        'received_at',
        'notice_version_id',
        'specialism_ids',
        'label_ids',
        'newest_note_ids',
      ]),
    ],
    [
      'foreign key (school_id) references app.school (id)',
      'foreign key (candidate_id) references app.candidate (id)',
      // A member cannot leave while it holds a candidacy, not even one that arrives at that moment.
      'foreign key (campaign_id, school_id) references app.campaign_member (campaign_id, school_id)',
      'foreign key (school_id, notice_version_id) references app.notice_version (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    candidateId: p.uuid().lazy(),
    campaignId: p.uuid(),
    noticeVersionId: p.uuid(),
    receivedAt: instant(),
    state: p.enum(candidacyStates).default('RECEIVED'),
    version: p.integer().default(1),
    dossierNumber: p.integer().default(1),
    /**
     * What other tables hold, kept for a list (`kept-lists.sql.ts`): the specialisms of the copy, in the candidate's order, null where a
     * build before wrote it; the labels; the newest notes, newest first.
     */
    specialismIds: p.array().columnType('uuid[]').strictNullable().lazy(),
    labelIds: p.array().columnType('uuid[]').default([]).lazy(),
    newestNoteIds: p.array().columnType('uuid[]').default([]).lazy(),
  },
  uniques: [
    { properties: ['schoolId', 'candidateId', 'campaignId'] },
    { properties: ['schoolId', 'id', 'candidateId'] },
    { properties: ['schoolId', 'id', 'campaignId'] },
  ],
  // The number of the copy last: a filter on the head finds it there, and no row of another school is read for it.
  indexes: [
    { name: 'candidacy_by_arrival', properties: ['schoolId', 'campaignId', 'receivedAt', 'id', 'dossierNumber'] },
    { name: 'candidacy_by_state', properties: ['schoolId', 'campaignId', 'state', 'receivedAt', 'id', 'dossierNumber'] },
  ],
});
/** One school's part of a dossier (candidature). */
export class Candidacy extends table.class {}
table.setClass(Candidacy);
