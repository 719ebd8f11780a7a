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
    const text = normalText(search ?? '');
    const words = searchKey(text).split(' ').filter(Boolean);
    const digest = digestOf({ name: 'institutions', order: 'NAME_ASC', filter: words });
    const after = positionOf(page, digest, isTextKey);
    // Signs alone are in no name; a blank search is none.
    const isInNoName = text !== '' && words.length === 0;
    const rows = isInNoName
      ? []
      : await readInstitutions((await context.reading()).db, { words, after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ searchKey: key, id }) => ({ key, id }), nodeOf: (row) => row });
  }
}
