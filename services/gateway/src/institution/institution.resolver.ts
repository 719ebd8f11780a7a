import { type InstitutionRow, readInstitutions } from '@guichet/database/reference-data/institution.read';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { normalText } from '@guichet/domain/text/plain-text';
import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { type Connection, connectionOf } from '../connection/connection.type.ts';
import { digestOf, isTextKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import type { Context } from '../principal/request-context.ts';
import { InstitutionsArguments, InstitutionType } from './institution.type.ts';

const InstitutionConnection = connectionOf(InstitutionType, 'Institution');

@Resolver(() => InstitutionType)
export class InstitutionResolver {
  @Query(() => InstitutionConnection, {
    description: 'Listed institutions by name; one that is absent is typed freely in the dossier (établissements).',
  })
  async institutions(
    @Args(() => InstitutionsArguments) { search, ...given }: InstitutionsArguments,
    @Ctx() context: Context,
  ): Promise<Connection<InstitutionRow>> {
    const page = pageWindow(given);
    const words = searchKey(normalText(search ?? ''))
      .split(' ')
      .filter(Boolean);
    const digest = digestOf({ name: 'institutions', order: 'NAME_ASC', filter: words });
    const after = positionOf(page, digest, isTextKey);
    const rows = await readInstitutions((await context.reading()).db, { words, after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ searchKey: key, id }) => ({ key, id }), nodeOf: (row) => row });
  }
}
