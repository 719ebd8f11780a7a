import { readSchoolTrail } from '@guichet/database/audit/school-trail.read';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import type { Context } from '../principal/request-context.ts';
import { entryOf } from './audit-entry.loaders.ts';
import { AuditEntryConnection } from './audit-entry.type.ts';
import { AuditArguments, filterOf } from './audit-filter.type.ts';

@Resolver(() => SchoolDeskType)
export class SchoolAuditResolver {
  @FieldResolver(() => AuditEntryConnection, {
    description: 'This school’s own trail, newest first; never another school’s (traces).',
  })
  async audit(@Root() { schoolId }: Desk, @Args(() => AuditArguments) given: AuditArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'desk.audit', order: 'AT_DESC', filter: given.filter ?? null });
    const after = positionOf(page, digest, isInstantKey);
    const { db } = await context.reading();
    const rows = await readSchoolTrail(db, schoolId, { filter: filterOf(given), after, limit: rowsToRead(page) });
    const nodeOf = (row: (typeof rows)[number]) => entryOf({ ...row, objectId: row.objectId ?? schoolId });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf });
  }
}
