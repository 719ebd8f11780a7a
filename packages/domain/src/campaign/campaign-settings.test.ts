import { describe, expect, test } from '@jest/globals';
import { type CampaignSettings, faultsOfSettings } from './campaign-settings.ts';

const at = (text: string) => Temporal.Instant.from(text);
const settings: CampaignSettings = {
  slug: 'astg3-2028',
  name: { fr: 'ASTG3 2028', en: null },
  procedure: 'ASTG3',
  entryYear: 2028,
  zone: 'Europe/Paris',
  opensAt: at('2028-01-15T08:00:00Z'),
  closesAt: at('2028-04-06T21:59:00Z'),
  maxChoices: 3,
  replyPolicy: 'RANKED_MATCH',
  oralsMode: 'COMMON',
  otherChoices: 'HIDDEN',
  feeCents: 0,
  requiredEcts: 240,
};
const faults = (changed: Partial<CampaignSettings>) =>
  faultsOfSettings({ ...settings, ...changed }).map(({ reason, path }) => `${path.join('.')} ${reason}`);

describe('the settings of a campaign', () => {
  test('stand as the consortium would write them', () => {
    expect(faults({})).toEqual([]);
    expect(faults({ name: { fr: 'ASTG3', en: 'ASTG3' }, zone: 'Indian/Reunion' })).toEqual([]);
  });

  test('tell every fault at once, each with its place', () => {
    const closesAt = settings.opensAt;
    const wrong = { slug: 'admin', name: { fr: ' ', en: 'x'.repeat(201) }, feeCents: -1, maxChoices: 0, zone: 'Paris', closesAt };
    expect(faults(wrong)).toEqual([
      'slug SLUG_RESERVED',
      'name.fr BLANK',
      'name.en TEXT_TOO_LONG',
      'maxChoices NUMBER_OUT_OF_RANGE',
      'feeCents NUMBER_OUT_OF_RANGE',
      'zone UNKNOWN_VALUE',
      'closesAt CLOSES_BEFORE_OPENING',
    ]);
  });

  test('are dated in the years of a campaign, the first and the last included', () => {
    expect(faults({ opensAt: at('2000-01-01T00:00:00Z'), closesAt: at('2100-12-31T23:59:59.999Z') })).toEqual([]);
    const beyond = { opensAt: at('1999-12-31T23:59:59.999Z'), closesAt: at('2101-01-01T00:00:00Z') };
    expect(faults(beyond)).toEqual(['opensAt DATE_OUT_OF_RANGE', 'closesAt DATE_OUT_OF_RANGE']);
  });

  test('E-07 name a zone with its rules, never a bare offset', () => {
    for (const zone of ['+02:00', 'UTC+2', 'CET+1', 'Europe/Atlantis', ''])
      expect(faults({ zone })).toEqual(['zone UNKNOWN_VALUE']);
  });
});
