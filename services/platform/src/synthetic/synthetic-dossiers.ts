import type { SpecialArrangements } from '@guichet/domain/application/application';
import { withdrawalReasons } from '@guichet/domain/application/withdrawal';
import { motivationText } from './motivation.ts';
import { oneOf, type Random, randomOf } from './random.ts';
import { type ChoiceHabits, choiceHabits } from './synthetic-choices.ts';
import type { SyntheticChoice, SyntheticDossier, SyntheticFacts, SyntheticWithdrawal } from './synthetic-dossier.ts';
import { syntheticPerson } from './synthetic-person.ts';
import { nationalStudies, otherStudies, type Place, placeAbroad, placeChooser } from './synthetic-studies.ts';

/** What is made: the same seed and facts give the same people, however many. */
export interface SyntheticOrder {
  readonly seed: number;
  readonly count: number;
  readonly facts: SyntheticFacts;
}

/** Complete dossiers of people who do not exist, one at a time, so that a loader may stream them. */
export function* syntheticDossiers({ seed, count, facts }: SyntheticOrder): Generator<SyntheticDossier, void, undefined> {
  if (Temporal.Instant.compare(facts.opensAt, facts.asOf) >= 0)
    throw new RangeError('the campaign has not opened yet, nobody can have submitted');
  const campaign: Prepared = {
    facts,
    habits: choiceHabits(facts),
    placeOf: placeChooser(facts),
    mentions: new Map(facts.mentions.map((mention) => [mention.code, mention])),
  };
  for (let index = 0; index < count; index += 1) yield dossierOf(campaign, seed, index);
}

interface Prepared {
  readonly facts: SyntheticFacts;
  readonly habits: ChoiceHabits;
  readonly placeOf: (random: Random) => Place;
  readonly mentions: ReadonlyMap<string, SyntheticFacts['mentions'][number]>;
}

function dossierOf({ facts, habits, placeOf, mentions }: Prepared, seed: number, index: number): SyntheticDossier {
  const random = randomOf(seed, index);
  const { entryYear } = facts;
  const { identity, contact, email, origin, studiesAbroad } = syntheticPerson(random, { seed, index, entryYear });
  const field = habits.fieldOf(random);
  const mention = mentions.get(oneOf(random, field.admittedMentions));
  const isAbroad = studiesAbroad && origin !== null;
  const { studies, qualification } =
    isAbroad || mention === undefined
      ? otherStudies(random, isAbroad ? placeAbroad(random, origin) : placeOf(random), { entryYear, field })
      : nationalStudies(random, placeOf(random), { entryYear, mention });
  const choices = habits.choicesOf(random, qualification.mentionCode);
  const submittedAt = submissionTime(random, facts);
  return {
    isSynthetic: true,
    index,
    email,
    identity,
    contact,
    studies,
    qualification,
    answers: { motivation: motivationText(random, { fr: field.fr, en: field.en ?? field.fr }) },
    arrangements: arrangementsOf(random),
    examCentre: facts.hasCommonOrals ? oneOf(random, facts.schools).slug : null,
    choices,
    submittedAt,
    withdrawals: withdrawalsOf(random, { choices, submittedAt, asOf: facts.asOf }),
  };
}

const lastHours = 48 * 3_600_000;

/** Two in three within the last 48 hours, ever more towards the end; the others over the days since the opening. */
function submissionTime(random: Random, { opensAt, asOf }: SyntheticFacts): Temporal.Instant {
  const whole = asOf.epochMilliseconds - opensAt.epochMilliseconds;
  const rush = Math.min(lastHours, whole);
  const isLast = random() < 0.66;
  const before = isLast ? random() ** 1.8 * rush : rush + random() * (whole - rush);
  return Temporal.Instant.fromEpochMilliseconds(asOf.epochMilliseconds - Math.max(1, Math.min(whole, Math.ceil(before))));
}

function arrangementsOf(random: Random): SpecialArrangements {
  if (random() >= 0.02) return { needs: [], text: null };
  return random() < 0.7
    ? { needs: ['EXTRA_TIME'], text: 'Tiers temps accordé à l’université.' }
    : { needs: ['STEP_FREE_ACCESS'], text: null };
}

interface Submission {
  readonly choices: readonly SyntheticChoice[];
  readonly submittedAt: Temporal.Instant;
  readonly asOf: Temporal.Instant;
}

/** Three in a hundred think again: half of them give up one school, half all. */
function withdrawalsOf(random: Random, { choices, submittedAt, asOf }: Submission): readonly SyntheticWithdrawal[] {
  if (random() >= 0.03) return [];
  const since = asOf.epochMilliseconds - submittedAt.epochMilliseconds;
  const withdrawnAt = submittedAt.add({ milliseconds: Math.floor(random() * since) });
  const reason = oneOf(random, withdrawalReasons);
  const given = random() < 0.5 ? choices : choices.slice(0, 1);
  return given.map(({ school }) => ({ school, reason, withdrawnAt }));
}
