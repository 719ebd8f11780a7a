import { type AccessRow, readAccessLog } from '@guichet/database/candidate/access-log.read';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Connection } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { AccessLogConnection, AccessLogType } from './access-log.type.ts';
import { CandidateType } from './candidate.type.ts';

@Resolver(() => CandidateType)
export class CandidateAccessLogResolver {
  @FieldResolver(() => AccessLogConnection, {
    description: 'Who read my file, newest first: school, function, instant; never a name (journal des accès).',
  })
  async accessLog(
    @Args(() => ForwardPageArguments) given: ForwardPageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<AccessRow>> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'accessLog', order: 'AT_DESC', filter: null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readAccessLog((await context.reading()).db, { after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf: (row) => row });
  }
}

@Resolver(() => AccessLogType)
export class AccessLogResolver {
  @FieldResolver({ description: 'Which school.' })
  school(@Root() { schoolId }: AccessRow, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  // The contract before keys and break-glass knew functions alone, and promised one.
  @FieldResolver({
    description: 'As what it was read, in a function’s words: a key counts as an officer, the consortium as an administrator.',
  })
  function(@Root() { reader }: AccessRow): SchoolFunction {
    if (reader === 'API_KEY') return 'OFFICER';
    return reader === 'CONSORTIUM' ? 'ADMIN' : reader;
  }
}
