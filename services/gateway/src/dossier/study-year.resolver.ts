import type { InstitutionRow } from '@guichet/database/reference-data/institution.read';
import { readRecognisedInstitutions } from '@guichet/database/reference-data/recognised-institution.read';
import { searchKey } from '@guichet/domain/candidate/person-name';
import DataLoader from 'dataloader';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { InstitutionType } from '../institution/institution.type.ts';
import type { Context } from '../principal/request-context.ts';
import { StudyYearType } from './studies.type.ts';

const key = Symbol('institutions by how a dossier names them');
type Named = Pick<StudyYearType, 'institutionUai' | 'institutionName' | 'country'>;

/** Institutions as dossiers name them, in one statement a request. */
const recognised = (context: Context) =>
  context.loader(
    key,
    () =>
      new DataLoader<Named, InstitutionRow | null, string>(
        async (named) =>
          readRecognisedInstitutions(
            (await context.reading()).db,
            named.map(({ institutionUai: uai, institutionName, country }) => ({
              uai,
              searchKey: institutionName === null ? null : searchKey(institutionName),
              country,
            })),
          ),
        { cacheKeyFn: (named) => JSON.stringify([named.institutionUai, named.institutionName, named.country]) },
      ),
  );

@Resolver(() => StudyYearType)
export class StudyYearResolver {
  @FieldResolver(() => InstitutionType, {
    nullable: true,
    description:
      'The listed institution, also where its name was typed freely and reconciled since (établissement reconnu). Null while nothing of the list answers to it.',
  })
  institution(@Root() { institutionUai, institutionName, country }: StudyYearType, @Ctx() context: Context) {
    return recognised(context).load({ institutionUai, institutionName, country });
  }
}
