import type { DossierRow } from '@guichet/database/candidacy/candidacy.read';
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../principal/request-context.ts';
import { AnswerType, answersAsked } from './answers.type.ts';
import { contentOf } from './dossier.loaders.ts';
import { DossierType } from './dossier.type.ts';
import { QualificationType, StudyYearType } from './studies.type.ts';

@Resolver(() => DossierType)
export class DossierResolver {
  @FieldResolver(() => [StudyYearType], { nullable: true, description: 'Years of study. Null before this reader opened it.' })
  async studies(@Root() { id }: DossierRow, @Ctx() context: Context) {
    return (await contentOf(context).load(id))?.studies ?? null;
  }

  @FieldResolver(() => QualificationType, {
    nullable: true,
    description: 'The title relied on (titre). Null before this reader opened it.',
  })
  async qualification(@Root() { id }: DossierRow, @Ctx() context: Context) {
    return (await contentOf(context).load(id))?.qualification ?? null;
  }

  @FieldResolver(() => [AnswerType], { nullable: true, description: 'Answers (motivation). Null before this reader opened it.' })
  async answers(@Root() { id }: DossierRow, @Ctx() context: Context) {
    const content = await contentOf(context).load(id);
    return content === null ? null : answersAsked(content.answers);
  }
}
