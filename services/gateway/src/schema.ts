import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchema, type NonEmptyArray } from 'type-graphql';
import { CampaignMemberResolver, CampaignResolver } from './campaign/campaign.resolver.ts';
import { withNodeIds } from './node/node-ids.ts';
import { NoticeResolver } from './notice/notice.resolver.ts';
import { shielded } from './permissions/shield.ts';
import { permissions } from './permissions.ts';

/** Every resolver of every slice. */
const resolvers = [CampaignResolver, CampaignMemberResolver, NoticeResolver] as const;

/** The contract without its guard, as it is printed. */
export const bareSchema = async (): Promise<GraphQLSchema> =>
  withNodeIds(
    await buildSchema({
      resolvers: resolvers as unknown as NonEmptyArray<(typeof resolvers)[number]>,
      validate: true,
      emitSchemaFile: false,
    }),
  );

/** The schema as it is served: the permission table stands before every resolver. */
export const servedSchema = async (): Promise<GraphQLSchema> => shielded(await bareSchema(), permissions);
