import type { NoticeRules } from '@guichet/domain/notice/notice';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, me, ownSchool } from '../walls/rows.ts';

// Not to the membership: a school prepares its notice before it joins a campaign already open.
const keys = ['foreign key (school_id) references app.school (id)', 'foreign key (campaign_id) references app.campaign (id)'];

const draft = defineEntity({
  name: 'NoticeDraft',
  ...walled('notice_draft', [allow('SIU', ['app_school'], ownSchool), allow('SIUD', ['app_platform'], anyone)], keys),
  properties: {
    schoolId: p.uuid().primary(),
    campaignId: p.uuid().primary(),
    rules: p.json<NoticeRules>(),
    version: p.integer().version(),
  },
});
/** The rules a school is still writing; nobody else reads them (notice en préparation). */
export class NoticeDraft extends draft.class {}
draft.setClass(NoticeDraft);

const version = defineEntity({
  name: 'NoticeVersion',
  ...walled(
    'notice_version',
    [
      allow(
        'S',
        ['app_public', 'app_person', 'app_candidate', 'app_school', 'app_key', 'app_reviewer', 'app_platform'],
        'exists (select from app.campaign c where c.id = notice_version.campaign_id)',
      ),
      allow('I', ['app_school'], `${ownSchool} and author_id = ${me}`),
      allow('I', ['app_platform'], `author_id = ${me}`),
    ],
    keys,
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    campaignId: p.uuid().index(),
    number: p.integer(),
    /** SHA-256 of the rules as canonical JSON. */
    digest: p.text(),
    rules: p.json<NoticeRules>(),
    authorId: p.uuid(),
    reason: p.text(),
    frozenAt: instant(),
  },
  uniques: [{ properties: ['schoolId', 'campaignId', 'number'] }],
});
/** A school's rules for one campaign, frozen and numbered; never changed, only followed by the next (notice). */
export class NoticeVersion extends version.class {}
version.setClass(NoticeVersion);
