import { expect, test } from '@jest/globals';
import { otherChoicesPolicies } from '../campaign/campaign.ts';
import { whatSchoolsLearn } from './what-schools-learn.ts';

const closesAt = Temporal.Instant.from('2027-04-06T21:59:00Z');
const said = otherChoicesPolicies.map((otherChoices) => whatSchoolsLearn({ otherChoices, closesAt, zone: 'Europe/Paris' }));
const [hidden, count, names] = said;

test('a campaign that discloses nothing says so, whatever the date', () => {
  expect(hidden?.fr).toContain(
    'aucune école ne saura combien d’autres écoles vous avez choisies, ni lesquelles, ni dans quel ordre',
  );
  expect(hidden?.en).toContain('no school will learn how many other schools you have chosen, nor which, nor in which order');
});

test('a campaign that discloses how many says when: once it has closed, in the zone it is announced in', () => {
  expect(count?.fr).toMatch(
    /^Une fois la campagne close, le mardi 6 avril 2027 à 23\u00a0h\u00a059 \(heure de Paris\), .* combien /,
  );
  expect(count?.en).toMatch(/^Once the campaign has closed, on Tuesday,? 6 April 2027 at 23:59 \(Paris time\), .* how many /);
});

test('a campaign that names after replies promises silence until then, and the order never', () => {
  expect(names?.fr).toMatch(/^Avant la fin des réponses .* quelles autres écoles .* jamais dans quel ordre\.$/);
  expect(names?.en).toMatch(/^Before replies to offers have closed, .* which other schools .* never in which order\.$/);
});

test('no two policies read alike, in either language', () => {
  expect(new Set(said.flatMap(({ fr, en }) => [fr, en])).size).toBe(2 * otherChoicesPolicies.length);
});
