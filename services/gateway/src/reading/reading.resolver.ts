import { type AssignedRow, readAssigned } from '@guichet/database/candidacy/reading.read';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { candidacyById, readerOf } from '../candidacy/candidacy.loaders.ts';
import { type Connection, connectionOf } from '../connection/connection.type.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { PageArguments, pageWindow } from '../connection/page-arguments.ts';
import type { Context } from '../principal/request-context.ts';
import { ReadingDeskType, ReadingType } from './reading.type.ts';

const ReadingConnection = connectionOf(ReadingType, 'Reading');

@Resolver(() => ReadingDeskType)
export class ReadingDeskResolver {
  @Query(() => ReadingDeskType, {
    nullable: true,
    description: 'A reader’s own side (lectures). Null with `UNAUTHENTICATED` for nobody, with `FORBIDDEN` under another hat.',
  })
  reading(): ReadingDeskType {
    return { isReadingDesk: true };
  }

  @FieldResolver(() => ReadingConnection, { description: 'Assigned to me, longest assigned first (mes lectures).' })
  async readings(@Args(() => PageArguments) given: PageArguments, @Ctx() context: Context): Promise<Connection<AssignedRow>> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'readings', order: 'ASSIGNED_AT_ASC', filter: null });
    const stretch = { beyond: positionOf(page, digest, isInstantKey), isBackward: page.isBackward, limit: rowsToRead(page) };
    const work = await context.reading();
    const rows = await readAssigned(work.db, readerOf(work), { stretch });
    return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf: (row) => row });
  }
}

@Resolver(() => ReadingType)
export class ReadingResolver {
  @FieldResolver({ description: 'What to name when opening it.' })
  candidacy(@Root() { id }: AssignedRow, @Ctx() context: Context) {
    return candidacyById(context).load(id);
  }

  @FieldResolver({ description: 'The dossier; its content answers once it is opened.' })
  async dossier(@Root() { id }: AssignedRow, @Ctx() context: Context) {
    return (await candidacyById(context).load(id)).dossier;
  }

  @FieldResolver({ description: 'Asked for, in the candidate’s order within this school (spécialités).' })
  async specialisms(@Root() { id }: AssignedRow, @Ctx() context: Context) {
    return (await candidacyById(context).load(id)).specialisms;
  }
}
