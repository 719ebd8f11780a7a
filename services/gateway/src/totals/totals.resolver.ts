import { readCampaignMembers } from '@guichet/database/campaign/campaign-member.read';
import { readDrafts, readSubmissionsPerDay } from '@guichet/database/totals/campaign-totals.read';
import { readSchoolTotals, type StateTotalRow } from '@guichet/database/totals/school-totals.read';
import { disclosed } from '@guichet/domain/campaign/small-groups';
import { candidacyStates } from '@guichet/domain/candidacy/life-cycle';
import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql';
import { campaignById } from '../campaign/campaign.loaders.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { SchoolType } from '../school/school.type.ts';
import { DayTotalType, SchoolTotalsType, type StateTotalType } from './totals.type.ts';

interface SchoolLine {
  readonly schoolId: string;
  readonly states: readonly StateTotalType[];
}

/** Counts only, from the totals; the consortium's role has no right on any dossier. */
@Resolver(() => ConsortiumDeskType)
export class TotalsResolver {
  @FieldResolver(() => [SchoolTotalsType], { description: 'The funnel by member school and state (entonnoir).' })
  async totals(
    @Arg('campaignId', () => ID, { description: 'Of which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ): Promise<readonly SchoolLine[]> {
    const { db, id } = await campaignIn(context, campaignId);
    const [members, rows] = [await readCampaignMembers(db, [id]), await readSchoolTotals(db, id)];
    return members.map(({ schoolId }) => ({ schoolId, states: statesOf(rows.filter((row) => row.schoolId === schoolId)) }));
  }

  @FieldResolver(() => [DayTotalType], {
    description: 'First submissions per day since the opening, at most the last 366 days; empty for a draft.',
  })
  async submissionsPerDay(
    @Arg('campaignId', () => ID, { description: 'Of which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ) {
    const { db, id } = await campaignIn(context, campaignId);
    return (await readSubmissionsPerDay(db, id)).map(({ day, count }) => ({ day, count: disclosed(count) }));
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Dossiers begun and not submitted (brouillons). Null under five.' })
  async draftsNotSubmitted(
    @Arg('campaignId', () => ID, { description: 'Of which campaign.' }) campaignId: string,
    @Ctx() context: Context,
  ) {
    const { db, id } = await campaignIn(context, campaignId);
    return disclosed(await readDrafts(db, id));
  }
}

@Resolver(() => SchoolTotalsType)
export class SchoolTotalsResolver {
  @FieldResolver(() => SchoolType, { description: 'The school.' })
  school(@Root() { schoolId }: SchoolLine, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }
}

/** The campaign asked about, refused when there is none. */
async function campaignIn(context: Context, campaignId: string) {
  const { id } = await campaignById(context).load(requiredId('Campaign', campaignId));
  return { id, db: (await context.counting()).db };
}

const statesOf = (rows: readonly StateTotalRow[]): readonly StateTotalType[] =>
  candidacyStates.map((state) => ({ state, count: disclosed(rows.find((row) => row.state === state)?.count ?? 0) }));
