import { readFileSync } from 'node:fs';
import { oralsModes, otherChoicesPolicies, replyPolicies } from '@guichet/domain/campaign/campaign';
import { noticeRules, routes } from '@guichet/domain/notice/notice';
import { faultsOfSchoolPage, longestOfPage } from '@guichet/domain/school/school-page';
import { describe, expect, test } from '@jest/globals';
import { demonstrationCampaign, demonstrationText } from './demonstration-campaign.ts';
import { edited, faultsOf, messageAt } from './edited-demonstration.ts';
import { readCampaignFile } from './read-campaign-file.ts';
import { writeCampaignFile } from './write-campaign-file.ts';

describe('a campaign file', () => {
  test('the demonstration file is valid and written in the one canonical way', () => {
    const reading = readCampaignFile(demonstrationText());
    expect(reading).toHaveProperty('file');
    if ('file' in reading) expect(writeCampaignFile(reading.file)).toBe(demonstrationText());
  });

  test('equal campaigns give equal bytes, in whatever order their lists and members were written', () => {
    const shuffled = edited((file) => {
      file.schools = file.schools.toReversed();
      file.specialisms = file.specialisms.toReversed();
      for (const school of file.schools) school.notice.intake = school.notice.intake.toReversed();
      file.schools[0] = Object.fromEntries(Object.entries(file.schools[0]).toReversed());
    });
    const reading = readCampaignFile(shuffled);
    expect('file' in reading && writeCampaignFile(reading.file)).toBe(demonstrationText());
  });

  test('members that may be left out are read as their documented defaults', () => {
    const short = edited((file) => {
      delete file.remarks;
      delete file.campaign.name.en;
      delete file.schools[0].contact;
      file.schools[0].notice = { specialisms: [] };
    });
    const reading = readCampaignFile(short);
    expect(reading).toMatchObject({
      file: {
        remarks: [],
        campaign: { name: { en: null } },
        schools: [{ contact: null, notice: { specialismsPerChoice: 1, intake: [], articles: [] } }, {}, {}],
      },
    });
  });

  test('a file with seven faults tells all seven, each with its place and how to mend it', () => {
    const text = edited((file) => {
      file.campaign.closesAt = '2018-01-06T23:59';
      file.campaign.replyPolicy = 'FIRST_COME';
      file.specialisms[2].admittedMentions.push('M999');
      file.schools[0].colour = '#8fd3e8';
      file.schools[1].slug = 'admin';
      file.schools[2].notice.specialisms.push('astrology');
      file.schools[2].notice.intake[0].bySpecialism = [{ code: 'geosciences', seats: 9 }];
    });
    expect(faultsOf(text).map(({ place, message }) => `${place} ${message}`)).toEqual([
      '/campaign/closesAt (20:17) is "2018-01-06T23:59", not after the opening "2018-01-15T09:00": exchange or correct them',
      '/campaign/replyPolicy (22:20) is "FIRST_COME": write one of RANKED_MATCH, FREE_REPLY',
      '/specialisms/2/admittedMentions/2 (59:9) is "M999", no code of the national mentions: take one of services/platform/data/m1-mentions.csv',
      '/schools/0/colour (218:17) is "#8fd3e8", 1.65:1 on white where text needs 4.5:1: the nearest that does is "#547c88"',
      '/schools/1/slug (284:15) is "admin", a word the platform keeps for itself: name the school or its city',
      '/schools/2/notice/specialisms/11 (375:11) is "astrology", which /specialisms does not declare: declare or remove it',
      '/schools/2/notice/intake/0/bySpecialism (382:29) does not add up to the seats of its route: make both agree',
    ]);
  });

  test('several faults of one school do not hide each other', () => {
    const text = edited((file) => {
      file.schools[0].notice.specialismsPerChoice = 'two';
      delete file.schools[0].city;
      file.schools[0].favourite = true;
      file.schools[0].notice.intake.push({ route: 'ASTG3', seats: 3 });
    });
    expect(faultsOf(text).map(({ place }) => place.replace(/ .*/, ''))).toEqual([
      '/schools/0/city',
      '/schools/0/notice/specialismsPerChoice',
      '/schools/0/notice/intake/5/route',
      '/schools/0/favourite',
    ]);
  });

  test('a text that is no JSON is refused at the very place', () => {
    expect(faultsOf('{\n  "format": "guichet.campaign/1",\n}')).toEqual([
      { place: '/ (3:1)', message: 'is no JSON: a member name in double quotes is expected here; a comma before } must go' },
    ]);
  });

  test('another version of the format is told alone, for nothing else can be judged by it', () => {
    const other = edited((file) => Object.assign(file, { format: 'guichet.campaign/2', schools: 3 }));
    expect(faultsOf(other).map(({ message }) => message)).toEqual([
      'is "guichet.campaign/2": write "guichet.campaign/1"; this platform reads guichet.campaign/1 only',
    ]);
  });

  test('a member written twice is a fault, not a choice of the parser', () => {
    const twice = demonstrationText().replace('"maxChoices": 4,', '"maxChoices": 4,\n    "maxChoices": 9,');
    expect(messageAt(twice, '/campaign/maxChoices')).toBe('is written twice in one object: leave one');
  });
});

test('a file damaged anywhere is answered with faults or read, never with a crash', () => {
  const pointers: (readonly [object, string])[] = [];
  const strange = [null, 7, 'x', [], {}, [null], true];
  const walk = (node: object) => {
    for (const [key, child] of Object.entries(node)) {
      pointers.push([node, key]);
      if (child !== null && typeof child === 'object') walk(child);
    }
  };
  const whole = JSON.parse(demonstrationText());
  walk({ campaign: whole.campaign, specialisms: whole.specialisms.slice(0, 2), schools: whole.schools.slice(1) });
  walk({ top: whole });
  for (const [index, [node, key]] of pointers.entries()) {
    const kept = Reflect.get(node, key);
    Reflect.set(node, key, strange[index % strange.length]);
    expect(() => readCampaignFile(JSON.stringify(whole))).not.toThrow();
    Reflect.set(node, key, kept);
  }
});

test('the demonstration moves to its calendar: slug, years, dates and names follow, the published words stay', () => {
  const moved = demonstrationCampaign({
    slug: 'astg3-2027',
    entryYear: 2027,
    zone: 'Europe/Paris',
    opensAt: Temporal.Instant.from('2026-12-05T08:15:00Z'),
    closesAt: Temporal.Instant.from('2027-04-06T21:59:00Z'),
  });
  expect(moved.campaign).toMatchObject({
    slug: 'astg3-2027',
    entryYear: 2027,
    name: { fr: 'Admission sur titres ASTG3 2027' },
    opensAt: '2026-12-05T09:15',
    closesAt: '2027-04-06T23:59',
  });
  expect(moved.remarks.join(' ')).toContain('beginning of April 2018');
  expect(readCampaignFile(writeCampaignFile(moved))).toEqual({ file: moved });
});

test('the published schema allows the very words of the domain', () => {
  const { $defs } = JSON.parse(readFileSync(new URL('../../../../schema/campaign.schema.json', import.meta.url), 'utf8'));
  const { replyPolicy, oralsMode, otherChoices } = $defs.campaign.properties;
  expect([replyPolicy.enum, oralsMode.enum, otherChoices.enum]).toEqual([replyPolicies, oralsModes, otherChoicesPolicies]);
  expect([$defs.intake.properties.route.enum, $defs.article.properties.rule.enum]).toEqual([routes, noticeRules]);
});

test.each(['+33 (0)5 63 49 30 00', '05.63.49.30.00', '+33 563 493 000', '3949 00'])(
  'a telephone a school may give itself is one a file may hold: %s',
  (telephone) => {
    const contact = { name: 'Admissions', telephone, email: null };
    const page = { shortName: 'Albi', city: 'Albi', colour: '#1f3864', contact };
    expect(faultsOfSchoolPage(page, { takesDossiers: true })).toEqual([]);
    const file = JSON.parse(demonstrationText());
    file.schools[0].contact = contact;
    expect(readCampaignFile(JSON.stringify(file))).not.toHaveProperty('faults');
  },
);

test('a school is named no longer than its administrators may name it themselves', () => {
  const { $defs } = JSON.parse(readFileSync(new URL('../../../../schema/campaign.schema.json', import.meta.url), 'utf8'));
  const { shortName, city } = $defs.school.properties;
  expect([shortName.maxLength, city.maxLength]).toEqual([longestOfPage.shortName, longestOfPage.city]);
  const page = readFileSync(new URL('../../../../docs/campaign-file.md', import.meta.url), 'utf8');
  const example = JSON.parse(/```json\n([^`]+)```/.exec(page)?.[1] ?? '');
  example.schools[0].shortName = 'x'.repeat(longestOfPage.shortName + 1);
  expect(readCampaignFile(JSON.stringify(example))).toMatchObject({
    faults: [{ message: expect.stringContaining('in at most 30 characters') }],
  });
});

test('the example of the documentation is a campaign without fault', () => {
  const page = readFileSync(new URL('../../../../docs/campaign-file.md', import.meta.url), 'utf8');
  const example = /```json\n([^`]+)```/.exec(page)?.[1] ?? '';
  expect(readCampaignFile(example)).not.toHaveProperty('faults');
});
