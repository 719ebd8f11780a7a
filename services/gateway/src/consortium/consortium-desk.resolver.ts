import { readConsortiumTrail } from '@guichet/database/audit/consortium-trail.read';
import { readCampaigns } from '@guichet/database/campaign/campaign.read';
import { readSchools } from '@guichet/database/school/school.read';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver } from 'type-graphql';
import { AuditEntryConnection } from '../audit/audit-entry.type.ts';
import { AuditArguments, filterOf } from '../audit/audit-filter.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, isTextKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { campaignSetupById } from './campaign-setup.loaders.ts';
import { CampaignSetupType } from './campaign-setup.type.ts';
import { CampaignSetupConnection, ConsortiumDeskType, SchoolConnection } from './consortium-desk.type.ts';
import { consortiumEntryOf } from './consortium-entry.loaders.ts';

@Resolver(() => ConsortiumDeskType)
export class ConsortiumDeskResolver {
  @Query(() => ConsortiumDeskType, {
    nullable: true,
    description: 'The consortium’s side. Null with `UNAUTHENTICATED` for nobody, with `FORBIDDEN` under another hat.',
  })
  consortium(): object {
    return {};
  }

  @FieldResolver(() => CampaignSetupType, {
    nullable: true,
    description: 'One campaign, drafts included. Null with `NOT_FOUND`.',
  })
  campaign(@Arg('id', () => ID, { description: 'Which.' }) id: string, @Ctx() context: Context) {
    return campaignSetupById(context).load(requiredId('Campaign', id));
  }

  @FieldResolver(() => CampaignSetupConnection, { description: 'Every campaign, drafts included, newest opening first.' })
  async campaigns(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'consortium.campaigns', order: 'OPENS_AT_DESC', filter: null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readCampaigns((await context.reading()).db, { after, limit: rowsToRead(page) });
    const setups = await campaignSetupById(context).loadMany(rows.map(({ id }) => id));
    const setupOf = new Map(setups.flatMap((setup) => (setup instanceof Error ? [] : [[setup.id, setup] as const])));
    const nodeOf = ({ id }: { readonly id: string }) => setupOf.get(id) ?? null;
    return connectionFrom(rows, { page, digest, positionOf: ({ opensAt, id }) => ({ key: opensAt, id }), nodeOf });
  }

  @FieldResolver(() => SchoolConnection, { description: 'Every school, by short name (écoles).' })
  async schools(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'consortium.schools', order: 'SLUG_ASC', filter: null });
    const after = positionOf(page, digest, isTextKey);
    const rows = await readSchools((await context.reading()).db, { after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ slug, id }) => ({ key: slug, id }), nodeOf: (row) => row });
  }

  @FieldResolver(() => AuditEntryConnection, { description: 'The consortium’s own acts, newest first (traces).' })
  async audit(@Args(() => AuditArguments) given: AuditArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'consortium.audit', order: 'AT_DESC', filter: given.filter ?? null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readConsortiumTrail((await context.reading()).db, {
      filter: filterOf(given),
      after,
      limit: rowsToRead(page),
    });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf: consortiumEntryOf });
  }
}
