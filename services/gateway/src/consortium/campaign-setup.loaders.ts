import { type CampaignSetup, readCampaignSetups } from '@guichet/database/campaign/campaign-setup.read';
import { type DeadlineMoveRow, readDeadlineMoves } from '@guichet/database/campaign/deadline-move.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const setups = Symbol('campaign set-ups by id');
const moves = Symbol('deadline moves by campaign');

/** Set-ups of campaigns by id, in one statement a request. */
export const campaignSetupById = (context: Context) =>
  context.loader(
    setups,
    () =>
      new DataLoader<string, CampaignSetup>(async (ids) =>
        byKey(ids, await readCampaignSetups((await context.reading()).db, ids)),
      ),
  );

/** Deadline moves of campaigns, in one statement a request. */
export const deadlineMovesOf = (context: Context) =>
  context.loader(
    moves,
    () =>
      new DataLoader<string, readonly DeadlineMoveRow[]>(async (ids) => {
        const rows = Map.groupBy(await readDeadlineMoves((await context.reading()).db, ids), ({ campaignId }) => campaignId);
        return ids.map((id) => rows.get(id) ?? []);
      }),
  );
