import { allow } from '../walls/allow.ts';
import { defineEntity, instant, p, textOrNull, walled } from '../walls/define-table.ts';
import { assigned, broken, functions, me, opened, ownCandidate, ownSchool } from '../walls/rows.ts';

const toHead =
  'foreign key (school_id, candidacy_id, number, candidate_id) references app.dossier_head (school_id, candidacy_id, number, candidate_id)';

const headRead = [
  'school_id',
  'candidacy_id',
  'number',
  'reference',
  'digest',
  'institution',
  'institution_id',
  'institution_key',
  'country',
  'notice_version_id',
  'received_at',
];
// The dossier that a break-glass of the acting administrator names: its effect alone looks for it.
const named = `exists (select from app.break_glass b where b.school_id = dossier_head.school_id and b.reference = dossier_head.reference
  and b.principal_id = ${me} and b.ended_at is null)`;
const head = defineEntity({
  name: 'DossierHead',
  ...walled(
    'dossier_head',
    [
      allow('I', ['app_candidate'], ownCandidate),
      allow('S', ['app_school', 'app_key'], ownSchool, headRead),
      allow('S', ['app_reviewer'], `${ownSchool} and ${assigned('dossier_head')}`, headRead),
      allow('S', ['app_platform'], broken('dossier_head'), headRead),
      allow('S', ['app_effect'], named, ['school_id', 'candidacy_id', 'candidate_id', 'reference']),
    ],
    [
      'foreign key (school_id, candidacy_id, candidate_id) references app.candidacy (school_id, id, candidate_id)',
      'foreign key (school_id, notice_version_id) references app.notice_version (school_id, id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    number: p.integer().primary(),
    // In the key too, so that no one hangs a part on another's copy.
    candidateId: p.uuid().primary(),
    // In byte order, so that a range is a prefix whatever the server's own order.
    reference: p.text().collation('C'),
    /** SHA-256 of this school's own content as canonical JSON: it moves only when that content does. */
    digest: p.text(),
    institution: textOrNull(),
    institutionId: p.uuid().strictNullable(),
    /** An institution in no list, as the table of spellings knows it; null for one that was chosen from the list. */
    institutionKey: p.text().collation('C').strictNullable(),
    country: textOrNull(),
    /** The notice in force when this copy was received. */
    noticeVersionId: p.uuid(),
    receivedAt: instant(),
  },
  indexes: [
    { properties: ['schoolId', 'reference'] },
    { properties: ['schoolId', 'institutionId'] },
    { properties: ['schoolId', 'country'] },
  ],
});
/** The dossier as one school received it: what a list shows. */
export class DossierHead extends head.class {}
head.setClass(DossierHead);

const specialismRead = ['school_id', 'candidacy_id', 'number', 'position', 'specialism_id'];
const specialism = defineEntity({
  name: 'DossierSpecialism',
  ...walled(
    'dossier_specialism',
    [
      allow('I', ['app_candidate'], ownCandidate),
      allow('S', ['app_school', 'app_key'], ownSchool, specialismRead),
      allow('S', ['app_reviewer'], `${ownSchool} and ${assigned('dossier_specialism')}`, specialismRead),
      allow('S', ['app_platform'], broken('dossier_specialism'), specialismRead),
      allow('S', ['app_effect'], ownCandidate, specialismRead),
    ],
    [toHead, 'foreign key (specialism_id) references app.specialism (id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    number: p.integer().primary(),
    position: p.integer().primary(),
    candidateId: p.uuid(),
    specialismId: p.uuid(),
  },
  indexes: [{ properties: ['schoolId', 'specialismId'] }],
});
/** The specialisms asked for, in the candidate's order within this one school. */
export class DossierSpecialism extends specialism.class {}
specialism.setClass(DossierSpecialism);

const identityRead = ['school_id', 'candidacy_id', 'number', 'last_name', 'first_names', 'search_key', 'born_on', 'identity'];
const unmasked = `${ownSchool} and exists (select from app.assignment a where a.school_id = dossier_identity.school_id
  and a.candidacy_id = dossier_identity.candidacy_id and a.reader_id = ${me} and not a.is_masked and a.ended_at is null)`;
const identity = defineEntity({
  name: 'DossierIdentity',
  ...walled(
    'dossier_identity',
    [
      allow('I', ['app_candidate'], ownCandidate),
      allow('S', ['app_school', 'app_key'], ownSchool, identityRead),
      allow('S', ['app_reviewer'], unmasked, identityRead),
      allow('S', ['app_platform'], broken('dossier_identity'), identityRead),
    ],
    [toHead],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    number: p.integer().primary(),
    candidateId: p.uuid(),
    lastName: p.text().collation('fr-x-icu'),
    firstNames: p.text(),
    /** Names, accents off and lower case: only a plain comparison reaches an index under a policy. */
    searchKey: p.text().collation('C'),
    bornOn: p.string().columnType('date'),
    identity: p.json(),
  },
  indexes: [{ properties: ['schoolId', 'searchKey'] }, { properties: ['schoolId', 'lastName', 'candidacyId'] }],
});
/** Names, birth and contact as this school received them. */
export class DossierIdentity extends identity.class {}
identity.setClass(DossierIdentity);

// Functions of today, not of the day it was opened: whoever no longer reads dossiers keeps what is assigned to them, and nothing else.
const readsContent = `case when ${functions} && array['ADMIN', 'OFFICER'] then true
  else ${functions} && array['REVIEWER'] and ${assigned('dossier_content')} end`;
const contentRead = ['school_id', 'candidacy_id', 'number', 'content'];
const content = defineEntity({
  name: 'DossierContent',
  ...walled(
    'dossier_content',
    [
      allow('I', ['app_candidate'], ownCandidate),
      allow('S', ['app_school'], `${ownSchool} and ${opened('dossier_content')} and ${readsContent}`, contentRead),
      allow('S', ['app_key'], `${ownSchool} and ${opened('dossier_content')}`, contentRead),
      allow(
        'S',
        ['app_reviewer'],
        `${ownSchool} and ${assigned('dossier_content')} and ${opened('dossier_content')}`,
        contentRead,
      ),
      allow('S', ['app_platform'], broken('dossier_content'), contentRead),
    ],
    [toHead],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    candidacyId: p.uuid().primary(),
    number: p.integer().primary(),
    candidateId: p.uuid(),
    content: p.json(),
  },
});
/** Studies, qualification and answers; read only after an opening by the same reader. */
export class DossierContent extends content.class {}
content.setClass(DossierContent);
