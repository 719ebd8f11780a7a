import { readFreeInstitutions } from '@guichet/database/reference-data/free-institution.read';
import { resembling } from '@guichet/domain/institution/likeness';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { digestOf, isTextKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import { institutionById } from '../institution/institution.loaders.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import type { Context } from '../principal/request-context.ts';
import { freeInstitutionOf, institutionIndex } from './free-institution.loaders.ts';
import {
  FreeInstitutionConnection,
  FreeInstitutionsArguments,
  FreeInstitutionType,
  InstitutionSuggestionType,
} from './free-institution.type.ts';

// Not in any name nor country.
const separator = '\u001f';

@Resolver(() => ConsortiumDeskType)
export class FreeInstitutionsResolver {
  @FieldResolver(() => FreeInstitutionConnection, {
    description: 'Institutions typed freely, by spelling and country (établissements à rapprocher).',
  })
  async freeInstitutions(@Args(() => FreeInstitutionsArguments) given: FreeInstitutionsArguments, @Ctx() context: Context) {
    const [page, state] = [pageWindow({ first: given.first, after: given.after }), given.state ?? 'PENDING'];
    const digest = digestOf({ name: 'consortium.freeInstitutions', order: 'SPELLING_ASC', filter: state });
    const [searchKey, country = ''] = positionOf(page, digest, isTextKey)?.key?.split(separator) ?? [];
    const after = searchKey === undefined ? null : { searchKey, country };
    const rows = await readFreeInstitutions((await context.reading()).db, { state, after, limit: rowsToRead(page) });
    const placeOf = (row: (typeof rows)[number]) => ({ key: [row.searchKey, row.country].join(separator), id: row.id });
    return connectionFrom(rows, { page, digest, positionOf: placeOf, nodeOf: freeInstitutionOf });
  }
}

@Resolver(() => FreeInstitutionType)
export class FreeInstitutionResolver {
  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description: 'The listed institution it is. Null until it is merged.',
  })
  async institution(@Root() { institutionId }: FreeInstitutionType, @Ctx() context: Context) {
    return institutionId === null ? null : institutionById(context).load(institutionId);
  }

  @FieldResolver(() => [InstitutionSuggestionType], {
    description: 'At most five listed institutions that resemble it, the likest first (rapprochements proposés).',
  })
  async suggestions(@Root() spelling: FreeInstitutionType, @Ctx() context: Context) {
    const found = resembling(spelling, await institutionIndex(context));
    return Promise.all(
      found.map(async ({ id, likeness }) => ({
        institution: await institutionById(context).load(id),
        likenessPercent: Math.round(likeness * 100),
      })),
    );
  }
}
