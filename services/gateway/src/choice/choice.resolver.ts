import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import type { ChoiceSource } from './choice.loaders.ts';
import { ChoiceType } from './choice.type.ts';

@Resolver(() => ChoiceType)
export class ChoiceResolver {
  @FieldResolver({ description: 'The school.' })
  school(@Root() { school, schoolId }: ChoiceSource, @Ctx() context: Context) {
    return school ?? schoolById(context).load(schoolId);
  }

  @FieldResolver({ description: 'Most wanted first; as many as the school’s notice allows, one by default (spécialités).' })
  specialisms(@Root() { specialismIds }: ChoiceSource, @Ctx() context: Context) {
    return Promise.all(specialismIds.map((id) => specialismById(context).load(id)));
  }
}
