import type { MemberRow } from '@guichet/database/membership/member.read';
import { rightsInWords } from '@guichet/domain/account/rights-in-words';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { MembershipType } from './membership.type.ts';
import { PersonType } from './person.type.ts';

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver({ description: 'In which school.' })
  school(@Root() { schoolId }: MemberRow, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  @FieldResolver(() => [String], { description: 'What that lets them do, and what not, as sentences (droits).' })
  rights(@Root() { functions }: MemberRow, @Ctx() { locale }: Context) {
    return rightsInWords(functions, locale);
  }

  @FieldResolver(() => PersonType, { description: 'Who.' })
  person(@Root() { id, displayName }: MemberRow): PersonType {
    return { id, displayName };
  }
}
