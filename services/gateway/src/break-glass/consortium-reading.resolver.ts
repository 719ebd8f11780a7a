import { type ConsortiumReadingRow, readConsortiumReadings } from '@guichet/database/break-glass/break-glass.read';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import type { Context } from '../principal/request-context.ts';
import { ConsortiumReadingConnection, ConsortiumReadingType } from './consortium-reading.type.ts';

@Resolver(() => SchoolDeskType)
export class ConsortiumReadingsResolver {
  @FieldResolver(() => ConsortiumReadingConnection, {
    description: 'Dossiers of this school that administrators of the consortium read, newest first (bris de glace).',
  })
  async breakGlasses(
    @Root() { schoolId }: Desk,
    @Args(() => ForwardPageArguments) given: ForwardPageArguments,
    @Ctx() context: Context,
  ) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'desk.breakGlasses', order: 'AT_DESC', filter: null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readConsortiumReadings((await context.reading()).db, schoolId, { after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf: (row) => row });
  }
}

@Resolver(() => ConsortiumReadingType)
export class ConsortiumReadingResolver {
  @FieldResolver({ description: 'Whose dossier: this school’s candidacy.' })
  candidacy(@Root() { candidacyId }: ConsortiumReadingRow, @Ctx() context: Context) {
    return candidacyById(context).load(candidacyId);
  }
}
