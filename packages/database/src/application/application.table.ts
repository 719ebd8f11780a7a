import {
  type Answers,
  applicationStates,
  type Qualification,
  type SpecialArrangements,
  type StudyYear,
  type Unfinished,
} from '@guichet/domain/application/application';
import { limits } from '@guichet/domain/application/draft-faults';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, ownCandidate } from '../walls/rows.ts';
import type { ChosenSchool } from './application.read.ts';

const toApplication = 'foreign key (candidate_id, application_id) references app.application (candidate_id, id)';

const application = defineEntity({
  name: 'Application',
  ...walled(
    'application',
    [
      allow('S', ['app_person'], 'exists (select from app.candidate c where c.id = application.candidate_id)', [
        'candidate_id',
        'campaign_id',
      ]),
      allow('SIU', ['app_candidate'], ownCandidate),
      allow('D', ['app_candidate'], `${ownCandidate} and state = 'DRAFT'`),
    ],
    ['foreign key (candidate_id) references app.candidate (id)', 'foreign key (campaign_id) references app.campaign (id)'],
  ),
  properties: {
    candidateId: p.uuid().primary(),
    id: randomId().primary(),
    campaignId: p.uuid().index(),
    reference: p.text().unique(),
    state: p.enum(applicationStates).default('DRAFT'),
    version: p.integer().default(1),
    isBeingRevised: p.boolean().default(false),
    studies: p.json<Unfinished<StudyYear>[]>().default('[]'),
    qualification: p.json<Unfinished<Qualification> | null>().strictNullable(),
    answers: p.json<Unfinished<Answers> | null>().strictNullable(),
    examCentreId: p.uuid().strictNullable(),
    /** The draft's choices, order included: this table is in no school role's reach. */
    choices: p.json<ChosenSchool[]>().default('[]'),
    createdAt: instant(),
    submittedAt: instantOrNull(),
    /** Number of the standing snapshot; 0 before the first submission. */
    snapshotNumber: p.integer().default(0),
  },
  uniques: [{ properties: ['candidateId', 'campaignId'] }],
  // Code points, as the rule counts them.
  checks: [{ name: 'motivation_is_short', expression: `char_length(answers->>'motivation') <= ${limits.motivation}` }],
});
/** The single dossier with its draft (dossier de candidature). */
export class Application extends application.class {}
application.setClass(Application);

const arrangement = defineEntity({
  name: 'SpecialArrangement',
  ...walled('special_arrangement', [allow('SIU', ['app_candidate'], ownCandidate)], [toApplication]),
  properties: {
    candidateId: p.uuid().primary(),
    applicationId: p.uuid().primary(),
    content: p.json<Unfinished<SpecialArrangements>>(),
    /** As it stood at the last submission: what an organiser of orals will read, no school before. */
    submitted: p.json<SpecialArrangements | null>().strictNullable(),
  },
  checks: [{ name: 'arrangements_are_short', expression: `char_length(content->>'text') <= ${limits.arrangements}` }],
});
/** Arrangements for a disability or an illness: a class of its own (aménagements). */
export class SpecialArrangement extends arrangement.class {}
arrangement.setClass(SpecialArrangement);

const freeInstitution = defineEntity({
  name: 'FreeInstitution',
  ...walled(
    'free_institution',
    [
      allow('SI', ['app_candidate'], ownCandidate),
      // Spellings and how many use them; never whose.
      allow('S', ['app_platform'], anyone, ['id', 'name', 'country', 'search_key', 'at']),
    ],
    ['foreign key (candidate_id) references app.candidate (id)'],
  ),
  properties: {
    candidateId: p.uuid().primary(),
    id: randomId().primary(),
    name: p.text(),
    country: p.text(),
    searchKey: p.text(),
    at: instant(),
  },
  uniques: [{ properties: ['candidateId', 'searchKey', 'country'] }],
  indexes: [{ properties: ['searchKey', 'country'] }],
});
/** An institution typed freely, kept apart for later reconciliation (établissement absent de la liste). */
export class FreeInstitution extends freeInstitution.class {}
freeInstitution.setClass(FreeInstitution);

const snapshot = defineEntity({
  name: 'Snapshot',
  ...walled('snapshot', [allow('SI', ['app_candidate'], ownCandidate)], [toApplication]),
  properties: {
    candidateId: p.uuid().primary(),
    id: randomId().primary(),
    applicationId: p.uuid(),
    number: p.integer(),
    content: p.json(),
    digest: p.text(),
    receivedAt: instant(),
  },
  uniques: [{ properties: ['candidateId', 'applicationId', 'number'] }],
});
/** What was submitted, frozen and numbered; the candidate's own copy, no school reads it. */
export class Snapshot extends snapshot.class {}
snapshot.setClass(Snapshot);

const recall = defineEntity({
  name: 'Recall',
  ...walled('recall', [allow('SI', ['app_candidate'], ownCandidate)], [toApplication]),
  properties: { candidateId: p.uuid().primary(), id: randomId().primary(), applicationId: p.uuid(), at: instant() },
  indexes: [{ properties: ['candidateId', 'applicationId'] }],
});
/** A revision opened while the submitted copy stands (reprise); no school is told. */
export class Recall extends recall.class {}
recall.setClass(Recall);
