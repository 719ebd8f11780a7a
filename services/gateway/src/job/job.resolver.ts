import { readHealth } from '@guichet/database/job/health.read';
import { readJobs } from '@guichet/database/job/job.read';
import { Args, Ctx, FieldResolver, Resolver } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import type { Context } from '../principal/request-context.ts';
import { HealthType } from './health.type.ts';
import { jobOf } from './job.loaders.ts';
import { JobConnection } from './job.type.ts';

@Resolver(() => ConsortiumDeskType)
export class JobResolver {
  @FieldResolver(() => JobConnection, { description: 'What was done without a request, newest first (tâches).' })
  async jobs(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'consortium.jobs', order: 'STARTED_AT_DESC', filter: null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readJobs((await context.reading()).db, { after, limit: rowsToRead(page) });
    const nodeOf = (row: (typeof rows)[number]) => jobOf(row, context.locale);
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf });
  }

  @FieldResolver(() => HealthType, { description: 'How the platform is at this moment (santé).' })
  async health(@Ctx() context: Context): Promise<HealthType> {
    return { isDatabaseReachable: true, ...(await readHealth((await context.reading()).db)) };
  }
}
