import { setTimeout as pause } from 'node:timers/promises';
import { table } from '../terminal/table.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import type { Told, Visitor } from './visitor.ts';

/** The campaign as the consortium lists it, with its version. */
export async function campaignNamed(consortium: Visitor, slug: string, after: string | null = null): Promise<Told['data']> {
  const { data } = await consortium.ask(operation('consortium/campaigns', {}, { first: 100, after }));
  const { edges, pageInfo } = data.consortium.campaigns;
  const found = edges.map(({ node }: Told['data']) => node).find(({ campaign }: Told['data']) => campaign.slug === slug);
  if (found) return found;
  if (!pageInfo.hasNextPage) throw new Error(`The consortium does not see ${slug}`);
  return campaignNamed(consortium, slug, pageInfo.endCursor);
}

/** Looks at what the schools lack, and opens. */
export async function open({ consortium, campaign, slug }: Omit<Scene, 'officers'>): Promise<void> {
  tell(`The consortium opens the campaign ${slug}, imported from a file (${consortium.email})`);
  const { data } = await consortium.ask(operation('consortium/set-up', { campaign }));
  const { members, version } = data.consortium.campaign;
  const rows = members.map(({ school, checklist }: Told['data']) => [
    school.name,
    ...checklist.map(({ isDone }: Told['data']) => (isDone ? 'yes' : 'no')),
  ]);
  show(table(['school', ...(members[0]?.checklist ?? []).map(({ item }: Told['data']) => item.toLowerCase())], rows));
  const { campaign: opened } = await consortium.act(
    operation('consortium/open-campaign', { draftCampaign: campaign, draftCampaignVersion: version }),
  );
  show(`${slug} is ${opened.campaign.state}`);
}

/** Counts, never a dossier; small ones are hidden. */
export async function count({ consortium, campaign }: Scene): Promise<void> {
  tell('The consortium sees counts, and no dossier');
  const { data } = await consortium.ask(operation('consortium/figures', { campaign }));
  const rows = data.consortium.totals.map(({ school, states }: Told['data']) => [
    school.name,
    shown(states, 'RECEIVED'),
    shown(states, 'WITHDRAWN'),
  ]);
  show(table(['school', 'received', 'withdrawn'], rows));
}

function shown(states: readonly Told['data'][], wanted: string): string {
  const { count: n = null } = states.find(({ state }) => state === wanted) ?? {};
  return n === null ? 'fewer than five' : String(n);
}

/** Brings the deadline near, waits for the clock to close, and archives. */
export async function archive({ consortium, campaign, slug }: Scene): Promise<void> {
  tell('The consortium brings the deadline forward, the clock closes, the campaign is archived');
  const { version } = await campaignNamed(consortium, slug);
  const at = (await serverTime(consortium)).add({ seconds: 3 }).toString({ smallestUnit: 'millisecond' });
  const moved = { at, reason: 'End of the demonstration.' };
  await consortium.act(operation('consortium/move-deadline', { campaign, campaignVersion: version }, moved));
  const closed = await whenClosed(consortium, slug);
  const archived = await consortium.act(operation('consortium/archive-campaign', { campaign, campaignVersion: closed.version }));
  show(`${slug}: closed at ${at}, now ${archived.campaign.campaign.state}`);
}

async function serverTime(consortium: Visitor): Promise<Temporal.Instant> {
  const { data } = await consortium.ask(operation('public/clock-and-budget'));
  return Temporal.Instant.from(data.serverTime);
}

async function whenClosed(consortium: Visitor, slug: string, triesLeft = 60): Promise<Told['data']> {
  const found = await campaignNamed(consortium, slug);
  // Read once more: version and state are two readings, and the clock may have closed between them.
  if (found.campaign.state === 'CLOSED') return campaignNamed(consortium, slug);
  if (triesLeft === 0) throw new Error('The clock closed nothing');
  await pause(500);
  return whenClosed(consortium, slug, triesLeft - 1);
}
