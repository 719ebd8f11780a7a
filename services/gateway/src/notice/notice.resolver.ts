import type { NoticeRow } from '@guichet/database/notice/notice.read';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { SchoolType } from '../school/school.type.ts';
import { specialismById } from '../specialism/specialism.loaders.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { NoticeType } from './notice.type.ts';

@Resolver(() => NoticeType)
export class NoticeResolver {
  @FieldResolver(() => SchoolType, { description: 'Whose rules these are.' })
  school(@Root() notice: NoticeRow, @Ctx() context: Context): Promise<SchoolType> {
    return schoolById(context).load(notice.schoolId);
  }

  @FieldResolver(() => [SpecialismType], { description: 'What the school admits to (spécialités), as of this version.' })
  async specialisms(@Root() { rules }: NoticeRow, @Ctx() context: Context): Promise<readonly SpecialismType[]> {
    const named = await Promise.all(rules.specialisms.map(({ id }) => specialismById(context).load(id)));
    // Names come from the shared list; what is admitted is what this version froze.
    return named.map((row, index) => ({ ...row, admittedMentions: rules.specialisms[index]?.admittedMentions ?? [] }));
  }
}
