import type { SpecialismSheet } from '../campaign-file/campaign-file.ts';
import { oneOf, type Random, shuffled, weightedChooser } from './random.ts';
import type { SyntheticChoice, SyntheticFacts, SyntheticSchoolFacts } from './synthetic-dossier.ts';

/** Which specialism a candidate comes from, and which schools such a candidate chooses. */
export interface ChoiceHabits {
  readonly fieldOf: (random: Random) => SpecialismSheet;
  readonly choicesOf: (random: Random, mentionCode: string | null) => readonly SyntheticChoice[];
}

/** Few fields draw many: the first of the list below, then the rest alike. */
const sought = [
  'computer-science',
  'mechanics',
  'materials',
  'energy-thermal',
  'civil-engineering',
  'industrial-engineering',
  'automation',
  'process-engineering',
  'environment',
];
const longestTail = 4;

/** Prepares the choosers of a campaign once; every field drawn is offered by a school. */
export function choiceHabits(facts: SyntheticFacts): ChoiceHabits {
  const offered = new Set(facts.schools.flatMap(({ specialisms }) => specialisms));
  const fields = facts.specialisms.filter(({ code, admittedMentions }) => offered.has(code) && admittedMentions.length > 0);
  if (fields.length === 0) throw new RangeError('no school of the campaign offers a specialism that admits a mention');
  const admitting = new Map(facts.specialisms.map(({ code, admittedMentions }) => [code, new Set(admittedMentions)]));
  const schoolOf = weightedChooser(facts.schools, (_, index) => 1 / (index + 2));
  return {
    fieldOf: weightedChooser(fields, ({ code }) => (sought.includes(code) ? 2 + sought.length - sought.indexOf(code) : 2)),
    choicesOf: (random, mentionCode) => {
      const wanted = howMany(random, Math.min(facts.maxChoices, facts.schools.length));
      const schools = chosenSchools({
        random,
        wanted,
        schoolOf,
        fits: (school) => specialismsFor(school, mentionCode, admitting).length > 0,
      });
      const ranks = shuffled(
        random,
        schools.map((_, index) => index + 1),
      );
      return schools.map((school, index) => ({
        school: school.slug,
        specialisms: chosenSpecialisms(random, school, specialismsFor(school, mentionCode, admitting)),
        preferenceRank: facts.replyPolicy === 'RANKED_MATCH' ? (ranks[index] ?? null) : null,
      }));
    },
  };
}

function howMany(random: Random, most: number): number {
  const draw = random();
  const wanted = draw < 0.15 ? 1 : draw < 0.4 ? 2 : draw < 0.85 ? 3 : longestTail + Math.floor(random() * 3);
  return Math.min(wanted, most);
}

interface SchoolSearch {
  readonly random: Random;
  readonly wanted: number;
  readonly schoolOf: (random: Random) => SyntheticSchoolFacts;
  readonly fits: (school: SyntheticSchoolFacts) => boolean;
}

/** Draws until enough differ; a school that does not fit the mention is taken now and then, as people do. */
function chosenSchools({ random, wanted, schoolOf, fits }: SchoolSearch): readonly SyntheticSchoolFacts[] {
  const chosen = new Set<SyntheticSchoolFacts>();
  for (let draws = 0; chosen.size < wanted && draws < 40 * wanted; draws += 1) {
    const school = schoolOf(random);
    if (school.specialisms.length > 0 && (fits(school) || random() < 0.1)) chosen.add(school);
  }
  return [...chosen];
}

function specialismsFor(
  { specialisms }: SyntheticSchoolFacts,
  mention: string | null,
  admitting: ReadonlyMap<string, ReadonlySet<string>>,
) {
  return mention === null ? specialisms : specialisms.filter((code) => admitting.get(code)?.has(mention) ?? false);
}

/** As many as the notice allows, those that admit the candidate first; one that does not stands alone. */
function chosenSpecialisms(random: Random, school: SyntheticSchoolFacts, fitting: readonly string[]): readonly string[] {
  if (fitting.length === 0) return [oneOf(random, school.specialisms)];
  return shuffled(random, fitting).slice(0, school.specialismsPerChoice);
}
