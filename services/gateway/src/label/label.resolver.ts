import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { readLabels } from '@guichet/database/label/label.read';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { type Desk, SchoolDeskType } from '../desk/school-desk.type.ts';
import type { Context } from '../principal/request-context.ts';
import { labelsOf } from './label.loaders.ts';
import { LabelType } from './label.type.ts';

@Resolver(() => SchoolDeskType)
export class LabelListResolver {
  @FieldResolver(() => [LabelType], { description: 'The school’s labels, by name; at most 100 (étiquettes).' })
  async labels(@Root() { schoolId }: Desk, @Ctx() context: Context) {
    return readLabels((await context.reading()).db, schoolId);
  }
}

@Resolver(() => CandidacyType)
export class CandidacyLabelsResolver {
  @FieldResolver(() => [LabelType], { description: 'The school’s labels on it, by name (étiquettes).' })
  labels(@Root() { id }: CandidacyRow, @Ctx() context: Context) {
    return labelsOf(context).load(id);
  }
}
