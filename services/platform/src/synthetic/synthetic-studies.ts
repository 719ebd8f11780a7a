import type { Qualification, StudyYear } from '@guichet/domain/application/application';
import type { SpecialismSheet } from '../campaign-file/campaign-file.ts';
import type { Origin } from './origins.ts';
import { oneOf, type Random, randomOf, shuffled, weightedChooser } from './random.ts';
import type { SyntheticFacts } from './synthetic-dossier.ts';

/** What a synthetic candidate studied, ending with the title relied on. */
export interface SyntheticStudies {
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification;
}

/** Where a candidate studies: an institution of the list, or a name typed freely. */
export type Place = Pick<StudyYear, 'institutionUai' | 'institutionName' | 'country'>;

/** A few institutions send many, most send one or two: the n-th weighs 1/(n+2), universities before the others. */
export function placeChooser({ institutions }: Pick<SyntheticFacts, 'institutions'>): (random: Random) => Place {
  const mixed = shuffled(randomOf(1, 0), institutions);
  const ordered = [...mixed.filter(({ kind }) => kind === 'Université'), ...mixed.filter(({ kind }) => kind !== 'Université')];
  const choose = weightedChooser(ordered, (_, index) => 1 / (index + 2));
  return (random) => {
    const { uai, nameFr, country } = choose(random);
    return { institutionUai: uai, institutionName: nameFr, country };
  };
}

/** An institution abroad, as its student types it. */
export function placeAbroad(random: Random, { institutions, country }: Origin): Place {
  return { institutionUai: null, institutionName: oneOf(random, institutions), country };
}

/** A national master's whose mention the field admits: under way for two candidates in three, validated for the others. */
export function nationalStudies(
  random: Random,
  place: Place,
  { entryYear, mention }: { entryYear: number; mention: { code: string; nameFr: string } },
): SyntheticStudies {
  const isUnderWay = random() < 0.7;
  const last = isUnderWay ? entryYear : entryYear - 1;
  const bachelor = { ...place, mentionCode: null, specialismTitle: mention.nameFr, ects: 60, status: 'VALIDATED' } as const;
  const master: StudyYear = {
    ...place,
    diploma: `Master mention ${mention.nameFr}`,
    level: 'M1',
    mentionCode: mention.code,
    specialismTitle: null,
    ects: 60,
    year: last,
    status: isUnderWay ? 'UNDER_WAY' : 'VALIDATED',
    results: average(random),
  };
  const bachelors = (['BAC1', 'BAC2', 'BAC3'] as const).map(
    (level, index): StudyYear => ({ ...bachelor, diploma: 'Licence', level, year: last - 3 + index, results: average(random) }),
  );
  return {
    studies: [...bachelors, master],
    qualification: { kind: isUnderWay ? 'M1_UNDER_WAY' : 'M1_VALIDATED', mentionCode: mention.code, title: null },
  };
}

/** A title of another country: with credits, without, or now and then too short. */
export function otherStudies(
  random: Random,
  place: Place,
  { entryYear, field }: { entryYear: number; field: SpecialismSheet },
): SyntheticStudies {
  const title = `${oneOf(random, ['Bachelor of Engineering', 'Maîtrise', 'Diplôme d’ingénieur', 'Licenciatura', 'Master of Science'])}, ${field.en ?? field.fr}`;
  const credited = random() < 0.6;
  const years = random() < 0.1 ? 3 : 4;
  const levels = (['BAC1', 'BAC2', 'BAC3', 'BAC4'] as const).slice(0, years);
  const studies = levels.map(
    (level, index): StudyYear => ({
      ...place,
      diploma: title,
      level,
      mentionCode: null,
      specialismTitle: field.fr,
      ects: credited ? 60 : null,
      year: entryYear - years + index,
      status: 'VALIDATED',
      results: average(random),
    }),
  );
  return { studies, qualification: { kind: 'OTHER_FOUR_YEARS', mentionCode: null, title } };
}

/** Around 13 out of 20, seldom below 10 or above 17, with two decimals and a point. */
function average(random: Random): string {
  const bell = (random() + random() + random()) / 3;
  return (9 + bell * 9).toFixed(2);
}
