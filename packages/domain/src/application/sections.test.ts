import { describe, expect, test } from '@jest/globals';
import type { Draft } from './application.ts';
import { asOf, campaign, completeDraft } from './complete-draft.fixture.ts';
import { missingItems, sectionStatuses, sections } from './sections.ts';
import type { DraftCampaign } from './what-blocks.ts';

const nothing = { identity: null, contact: null, qualification: null, answers: null, arrangements: null, examCentreId: null };
const empty: Draft = { ...nothing, studies: [], choices: [] };
const items = (draft: Draft, rules: Partial<DraftCampaign> = {}) =>
  missingItems(draft, { ...campaign, ...rules }, asOf).map(
    ({ section, path, reason }) => `${section} ${path.join('/')} ${reason}`,
  );
const statuses = (draft: Draft, rules: Partial<DraftCampaign> = {}) =>
  Object.fromEntries(sectionStatuses(draft, { ...campaign, ...rules }, asOf).map(({ section, status }) => [section, status]));
const [study] = completeDraft.studies;
const m1 = (changed: Partial<NonNullable<typeof study>>): Draft => ({
  ...completeDraft,
  studies: study ? [{ ...study, ...changed }] : [],
});

describe('what is missing', () => {
  test('a complete dossier misses nothing, arrangements need not be asked for', () => {
    expect(items(completeDraft)).toEqual([]);
  });

  test('an empty dossier misses every section but the arrangements, in the order of the task list', () => {
    expect(items(empty)).toEqual([
      'IDENTITY identity MISSING',
      'CONTACT contact MISSING',
      'STUDIES studies MISSING',
      'QUALIFICATION qualification MISSING',
      'MOTIVATION answers MISSING',
      'EXAM_CENTRE examCentreId MISSING',
      'CHOICES choices NO_CHOICE',
    ]);
  });

  test('every answer left out is named, and those that may be left out are not', () => {
    const hollow: Draft = {
      ...completeDraft,
      identity: { lastName: null, firstNames: null, birthDate: null, nationality: null, ine: null },
      contact: { telephone: null, addressLine1: null, addressLine2: null, postcode: null, city: null, country: 'FR' },
      qualification: { kind: null, mentionCode: null, title: null },
      answers: { motivation: null },
      arrangements: { needs: ['OTHER'], text: null },
    };
    expect(items(hollow)).toEqual([
      'IDENTITY identity/lastName MISSING',
      'IDENTITY identity/firstNames MISSING',
      'IDENTITY identity/birthDate MISSING',
      'IDENTITY identity/nationality MISSING',
      'CONTACT contact/addressLine1 MISSING',
      'CONTACT contact/postcode MISSING',
      'CONTACT contact/city MISSING',
      'QUALIFICATION qualification/kind MISSING',
      'QUALIFICATION qualification/title MISSING',
      'MOTIVATION answers/motivation MISSING',
      'ARRANGEMENTS arrangements/text MISSING',
    ]);
  });

  test('abroad no post code is asked', () => {
    const contact = completeDraft.contact && { ...completeDraft.contact, postcode: null, country: 'AE' };
    expect(items({ ...completeDraft, contact })).toEqual([]);
  });

  test('E-22 a specialism missing for one of several schools is named with its school', () => {
    const choices = completeDraft.choices.map((choice, index) => (index === 1 ? { ...choice, specialismIds: [] } : choice));
    expect(items({ ...completeDraft, choices })).toEqual(['CHOICES choices/1/specialismIds NO_SPECIALISM']);
  });

  test.each([
    ['under way this year', { status: 'UNDER_WAY', year: 2027 }, []],
    ['under way last year', { status: 'UNDER_WAY', year: 2026 }, ['QUALIFICATION qualification/kind NOT_AMONG_STUDIES']],
    ['validated', { status: 'VALIDATED', year: 2026 }, ['QUALIFICATION qualification/kind NOT_AMONG_STUDIES']],
    ['of another level', { level: 'BAC4' }, ['QUALIFICATION qualification/kind NOT_AMONG_STUDIES']],
  ] as const)('a first year of master relied on as under way stands among the studies: one %s', (_name, changed, found) => {
    expect(items(m1(changed))).toEqual(found);
  });

  test('a first year of master relied on as validated is backed by a validated one', () => {
    const validated = { kind: 'M1_VALIDATED', mentionCode: 'M018', title: null } as const;
    expect(items({ ...m1({ status: 'VALIDATED', year: 2026 }), qualification: validated })).toEqual([]);
    expect(items({ ...completeDraft, qualification: validated })).toEqual(['QUALIFICATION qualification/kind NOT_AMONG_STUDIES']);
  });

  test('a school that stops taking dossiers shows up in a saved draft', () => {
    const members = [...campaign.members].map((member) => (member.schoolId === 'ales' ? { ...member, notice: null } : member));
    expect(items(completeDraft, { members })).toEqual(['CHOICES choices/0/schoolId SCHOOL_NOT_OPEN']);
  });

  test('E-06 the age is judged on the day of the campaign’s zone', () => {
    const identity = completeDraft.identity && { ...completeDraft.identity, birthDate: '2012-03-02' };
    const eve = Temporal.Instant.from('2027-03-01T22:59:59Z');
    const found = (at: Temporal.Instant) =>
      missingItems({ ...completeDraft, identity }, campaign, at).map(({ reason }) => reason);
    expect(found(eve)).toEqual(['AGE_OUT_OF_RANGE']);
    expect(found(eve.add({ seconds: 1 }))).toEqual([]);
  });
});

describe('how far each section has come', () => {
  test('nothing has begun, and a title waits for the studies', () => {
    expect(statuses(empty)).toEqual({
      ...Object.fromEntries(sections.map((section) => [section, 'TO_START'])),
      QUALIFICATION: 'NOT_YET_POSSIBLE',
    });
  });

  test('all is done but what nobody has to ask for', () => {
    expect(statuses(completeDraft)).toEqual({
      ...Object.fromEntries(sections.map((section) => [section, 'DONE'])),
      ARRANGEMENTS: 'TO_START',
    });
  });

  test('a section half filled is in progress, one that does not stand has a problem', () => {
    const half = {
      ...completeDraft,
      identity: { lastName: 'Y', firstNames: null, birthDate: null, nationality: null, ine: null },
    };
    expect(statuses(half)['IDENTITY']).toBe('IN_PROGRESS');
    const wrong = {
      ...completeDraft,
      identity: { lastName: 'Y', firstNames: null, birthDate: '2027-01-01', nationality: null, ine: null },
    };
    expect(statuses(wrong)['IDENTITY']).toBe('PROBLEM');
    expect(statuses({ ...completeDraft, examCentreId: 'nancy' })['EXAM_CENTRE']).toBe('PROBLEM');
    expect(statuses({ ...completeDraft, arrangements: { needs: [], text: null } })['ARRANGEMENTS']).toBe('DONE');
    const choices = completeDraft.choices.map((choice) => ({ ...choice, specialismIds: [] }));
    expect(statuses({ ...completeDraft, choices })['CHOICES']).toBe('IN_PROGRESS');
  });

  test('schools and exam centre wait until one school takes dossiers', () => {
    const members = [...campaign.members].map((member) => ({ ...member, notice: null }));
    expect(statuses(empty, { members })).toMatchObject({ EXAM_CENTRE: 'NOT_YET_POSSIBLE', CHOICES: 'NOT_YET_POSSIBLE' });
  });

  test('where each school has its own orals the exam centre is not asked', () => {
    expect(statuses(completeDraft, { oralsMode: 'PER_SCHOOL' })['EXAM_CENTRE']).toBeUndefined();
    expect(items({ ...completeDraft, examCentreId: null }, { oralsMode: 'PER_SCHOOL' })).toEqual([]);
  });
});
