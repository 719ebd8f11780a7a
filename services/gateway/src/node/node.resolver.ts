import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql';
import { readId } from '../connection/node-id.ts';
import { badUserInput, Refused } from '../errors/refused.ts';
import { mayTouch } from '../permissions/rule.ts';
import type { Context } from '../principal/request-context.ts';
import { fetchers } from './fetchers.ts';
import { type FetchedNode, NodeType } from './node.type.ts';

const most = 100;

@Resolver()
export class NodeResolver {
  @Query(() => NodeType, {
    nullable: true,
    description: 'Anything by its id, authorised by its own type. Null when absent, malformed or not yours, all alike.',
  })
  node(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: Context): Promise<FetchedNode | null> {
    return fetched(context, id);
  }

  @Query(() => [NodeType], {
    nullable: 'items',
    description: 'At most 100 things by their ids, in that order; null for each that is absent, malformed or not yours.',
  })
  nodes(
    @Arg('ids', () => [ID], { description: 'Their ids, at most 100.' }) ids: string[],
    @Ctx() context: Context,
  ): Promise<(FetchedNode | null)[]> {
    if (ids.length > most) throw badUserInput('ids');
    return Promise.all(ids.map((id) => fetched(context, id)));
  }
}

async function fetched(context: Context, id: string): Promise<FetchedNode | null> {
  const named = readId(id);
  const fetcher = named && Object.hasOwn(fetchers, named.type) ? fetchers[named.type] : undefined;
  if (!named || !fetcher || mayTouch(fetcher.by, context) !== true) return null;
  try {
    return { ...(await fetcher.fetch(context, named.uuid)), typeName: named.type };
  } catch (error) {
    if (error instanceof Refused && error.code === 'NOT_FOUND') return null;
    throw error;
  }
}
