import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { CampaignMemberResolver, CampaignResolver } from './campaign/campaign.resolver.ts';
import { withNodeIds } from './node/node-ids.ts';
import { NoticeResolver } from './notice/notice.resolver.ts';
import { shielded } from './permissions/shield.ts';
import { permissions } from './permissions.ts';
import { DeadlinePassedType, RefusalType, StaleVersionType } from './user-error/user-error.type.ts';

/** Every resolver of every slice. */
const resolvers = [CampaignResolver, CampaignMemberResolver, NoticeResolver] as const;

/** The contract without its guard, as it is printed. */
export const bareSchema = async (): Promise<GraphQLSchema> =>
  withNodeIds(
    await buildSchema({
      resolvers: resolvers as unknown as NonEmptyArray<(typeof resolvers)[number]>,
      // No field answers with these until the first mutation does; the contract names them all the same.
      orphanedTypes: [RefusalType, DeadlinePassedType, StaleVersionType],
      validate: true,
      emitSchemaFile: false,
    }),
  );

/** The schema as it is served: the permission table stands before every resolver. */
export const servedSchema = async (): Promise<GraphQLSchema> => shielded(await bareSchema(), permissions);
