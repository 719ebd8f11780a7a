import { readSchoolOpenings, type SchoolOpeningRow } from '@guichet/database/candidacy/school-openings.read';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import type { Connection } from '../connection/connection.type.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { OpeningArguments, OpeningConnection, OpeningType } from './opening.type.ts';

@Resolver(() => SchoolDeskType)
export class SchoolOpeningsResolver {
  @FieldResolver(() => OpeningConnection, {
    description: 'Who of the school read what, newest first: on screen, by a key, in an export (ouvertures).',
  })
  async openings(
    @Root() { schoolId }: Desk,
    @Args(() => OpeningArguments) given: OpeningArguments,
    @Ctx() context: Context,
  ): Promise<Connection<SchoolOpeningRow>> {
    const page = pageWindow(given);
    const candidacyId = given.candidacyId == null ? null : requiredId('Candidacy', given.candidacyId);
    const digest = digestOf({ name: 'openings', order: 'AT_DESC', filter: candidacyId });
    const stretch = { beyond: positionOf(page, digest, isInstantKey), isBackward: false, limit: rowsToRead(page) };
    const rows = await readSchoolOpenings((await context.reading()).db, { schoolId, candidacyId, stretch });
    return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf: (row) => row });
  }
}

@Resolver(() => OpeningType)
export class OpeningResolver {
  @FieldResolver({ description: 'Which candidacy.' })
  candidacy(@Root() { candidacyId }: SchoolOpeningRow, @Ctx() context: Context) {
    return candidacyById(context).load(candidacyId);
  }
}
