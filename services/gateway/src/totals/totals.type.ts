import type { CandidacyState } from '@guichet/domain/candidacy/life-cycle';
import { Field, Int, ObjectType } from 'type-graphql';
import { CandidacyStateEnum } from '../candidacy/candidacy.type.ts';
import { CalendarDate } from '../scalars/calendar-date.ts';
import { SchoolType } from '../school/school.type.ts';

@ObjectType('StateTotal', { description: 'How many candidacies stand in one state.', simpleResolvers: true })
export class StateTotalType {
  @Field(() => CandidacyStateEnum, { description: 'The state.' })
  readonly state!: CandidacyState;

  @Field(() => Int, { nullable: true, description: 'Candidacies. Null under five, none included (petits effectifs).' })
  readonly count!: number | null;
}

@ObjectType('SchoolTotals', { description: 'One school’s line of the funnel (entonnoir).', simpleResolvers: true })
export class SchoolTotalsType {
  @Field(() => SchoolType, { description: 'The school.' })
  readonly school!: SchoolType;

  // No sum: beside the other states it would tell the one that is hidden.
  @Field(() => [StateTotalType], { description: 'Every state, in the order of a candidacy’s life.' })
  readonly states!: readonly StateTotalType[];
}

@ObjectType('DayTotal', { description: 'How many dossiers were first submitted on one day.', simpleResolvers: true })
export class DayTotalType {
  @Field(() => CalendarDate, { description: 'The day in the campaign’s zone.' })
  readonly day!: string;

  @Field(() => Int, { nullable: true, description: 'Dossiers. Null under five, none included (petits effectifs).' })
  readonly count!: number | null;
}
