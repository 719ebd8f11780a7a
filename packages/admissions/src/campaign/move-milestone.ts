import type { CampaignSetup } from '@guichet/database/campaign/campaign-setup.read';
import type { Work } from '@guichet/database/session/work';
import { type Fault, faultsOfAnswers, line } from '@guichet/domain/application/field-checks';
import {
  campaignStateAfter,
  type DeadlineObjection,
  objectionsToMovingDeadline,
} from '@guichet/domain/campaign/campaign-life-cycle';
import { normalText } from '@guichet/domain/text/plain-text';
import { sql } from 'kysely';
import type { Outcome } from '../once.ts';
import { actOnCampaign, type CampaignAct, type StaleVersion } from './act-on-campaign.ts';

export interface MoveMilestoneInput extends CampaignAct {
  readonly kind: 'OPENING' | 'CLOSING';
  readonly at: Temporal.Instant;
  readonly reason: string;
}

export type MovingObjection = StaleVersion | Fault | (DeadlineObjection & { readonly path: readonly string[] });

/** Moves the deadline: a recorded act with its author and reason. Moved ahead of now, it opens a closed campaign again. */
export const moveMilestone = (work: Work, input: MoveMilestoneInput): Promise<Outcome<MovingObjection>> =>
  actOnCampaign<MovingObjection, MoveMilestoneInput>(
    work,
    { operation: 'moveMilestone', act: 'CAMPAIGN_DEADLINE_MOVED', input },
    async (setup) => {
      const reason = normalText(input.reason);
      const refused: MovingObjection[] = [
        // An opening is a setting of a draft; once open there is nothing to move.
        ...(input.kind === 'CLOSING' ? [] : [{ reason: 'NOT_IN_THIS_STATE' as const, path: ['kind'] }]),
        ...objectionsToMovingDeadline(setup, input.at, work.asOf).map((objection) => ({ ...objection, path: ['at'] })),
        ...faultsOfAnswers({ reason }, { reason: line(500) }, []),
      ];
      if (refused.length === 0) await move(work, setup, { at: input.at, reason });
      return refused;
    },
  );

async function move({ db, hat, asOf }: Work, setup: CampaignSetup, { at, reason }: { at: Temporal.Instant; reason: string }) {
  const state = campaignStateAfter(setup.state, 'move deadline') ?? setup.state;
  await sql`
    insert into app.deadline_move (id, campaign_id, from_at, to_at, reason, author_id, at)
    values (${crypto.randomUUID()}, ${setup.id}, ${setup.closesAt.toString()}, ${at.toString()}, ${reason}, ${hat.principal},
      ${asOf.toString()})`.execute(db);
  await sql`update app.campaign set closes_at = ${at.toString()}, state = ${state} where id = ${setup.id}`.execute(db);
}
