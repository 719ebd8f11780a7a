import type { ApplicationRow, ChosenSchool } from '@guichet/database/application/application.read';
import type { Work } from '@guichet/database/session/work';
import { standingAfter } from '@guichet/domain/application/application';
import { objectionsToWithdrawing, type WithdrawalObjection, type WithdrawalReason } from '@guichet/domain/application/withdrawal';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import type { Outcome } from '../once.ts';
import { type ApplicationAct, actOnApplication, type Settling, type StaleVersion } from './act-on-application.ts';
import { shownState, stands } from './standing-copy.ts';
import { traceAtSchools, writeWithdrawals } from './write-withdrawals.ts';

export interface WithdrawChoices extends ApplicationAct {
  readonly schoolIds: readonly string[];
  readonly reason: WithdrawalReason;
}

/** Withdraws one school, several or all (désistement), at any time; the last one withdraws the application. */
export const withdrawChoices = (work: Work, input: WithdrawChoices): Promise<Outcome<WithdrawalObjection | StaleVersion>> =>
  actOnApplication<WithdrawalObjection, WithdrawChoices>(work, { operation: 'withdrawChoices', input }, async (held) => {
    const { application } = held;
    const filed = application.filed.map((school) => ({ schoolId: school.schoolId, state: shownState(school) }));
    const refused = objectionsToWithdrawing(input.schoolIds, filed);
    return refused.length > 0 ? refused : withdraw(work, application, input);
  });

async function withdraw(work: Work, application: ApplicationRow, { schoolIds, reason }: WithdrawChoices): Promise<Settling> {
  const schools = application.filed.filter(({ schoolId }) => schoolIds.includes(schoolId));
  await writeWithdrawals(work, { candidateId: application.candidateId, schools, reason });
  await traceAtSchools(
    work,
    schools.map(({ schoolId, candidacyId }) => ({ schoolId, candidacyId, act: 'CANDIDACY_WITHDRAWN' })),
  );
  await tracePerson(work, 'CHOICES_WITHDRAWN', application.id);
  const isLast = application.filed.filter(stands).length === schools.length;
  const { state, isBeingRevised } = (isLast && standingAfter(application, 'withdraw')) || application;
  // Submitting again must not bring a withdrawn school back unasked.
  const choices = withoutSchools(application.choices, schoolIds);
  return { sets: sql`state = ${state}, is_being_revised = ${isBeingRevised}, choices = ${JSON.stringify(choices)}::jsonb` };
}

/** The choices left, their ranks closed up. */
function withoutSchools(choices: readonly ChosenSchool[], schoolIds: readonly string[]): ChosenSchool[] {
  const left = choices.filter(({ schoolId }) => !schoolIds.includes(schoolId));
  const ranks = left.map(({ preferenceRank }) => preferenceRank);
  const closed = (rank: number) => ranks.filter((other) => other !== null && other <= rank).length;
  return left.map((choice) => ({
    ...choice,
    preferenceRank: choice.preferenceRank === null ? null : closed(choice.preferenceRank),
  }));
}
