import { type CampaignRow, readCampaigns } from '@guichet/database/campaign/campaign.read';
import { type MembershipRow, readCampaignMembers } from '@guichet/database/campaign/campaign-member.read';
import DataLoader from 'dataloader';
import { byKey } from '../principal/by-key.ts';
import type { Context } from '../principal/request-context.ts';

const campaigns = Symbol('campaigns by id');
const members = Symbol('members by campaign');

/** Campaigns by id, in one statement a request. */
export const campaignById = (context: Context) =>
  context.loader(
    campaigns,
    () =>
      new DataLoader<string, CampaignRow>(async (ids) => byKey(ids, await readCampaigns((await context.reading()).db, { ids }))),
  );

/** Member schools of campaigns, in one statement a request. */
export const membersOf = (context: Context) =>
  context.loader(
    members,
    () =>
      new DataLoader<string, readonly MembershipRow[]>(async (ids) => {
        const rows = Map.groupBy(await readCampaignMembers((await context.reading()).db, ids), ({ campaignId }) => campaignId);
        return ids.map((id) => rows.get(id) ?? []);
      }),
  );
