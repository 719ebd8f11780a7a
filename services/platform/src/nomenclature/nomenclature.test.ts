import { expect, test } from '@jest/globals';
import { countryCodeOf, readCountries } from './countries.ts';
import { readInstitutions } from './institutions.ts';
import { readMentions } from './mentions.ts';

test('the 225 institutions have each a UAI of their own whose letter fits, and a name', () => {
  const institutions = readInstitutions();
  expect(new Set(institutions.map(({ uai }) => uai)).size).toBe(225);
  expect(institutions.every(({ nameFr, city }) => nameFr !== '' && city !== '')).toBe(true);
  expect(institutions.find(({ uai }) => uai === '0441916U')).toMatchObject({ acronym: 'ONIRIS', city: 'Nantes', country: 'FR' });
});

test('the national mentions have each a code of their own', () => {
  const mentions = readMentions();
  expect(new Set(mentions.map(({ code }) => code)).size).toBe(36);
  expect(mentions.find(({ code }) => code === 'M004')).toEqual({ code: 'M004', nameFr: 'Informatique', domain: 'Informatique' });
});

test('every country of ISO 3166-1 has a French and an English name', () => {
  const countries = readCountries();
  expect(countries.length).toBe(250);
  expect(countries.filter(({ code }) => ['CI', 'FR', 'VN'].includes(code))).toEqual([
    { code: 'CI', fr: "Côte-d'Ivoire", en: "Cote d'Ivoire" },
    { code: 'FR', fr: 'France', en: 'France' },
    { code: 'VN', fr: 'Vietnam', en: 'Vietnam' },
  ]);
  expect(countries.every(({ code, fr, en }) => /^[A-Z]{2}$/.test(code) && fr !== '' && en !== '')).toBe(true);
  expect(countryCodeOf('Grèce')).toBe('GR');
  expect(() => countryCodeOf('Atlantide')).toThrow('Atlantide');
});
