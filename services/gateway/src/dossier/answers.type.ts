import type { Answers, Unfinished } from '@guichet/domain/application/application';
import { Field, ObjectType } from 'type-graphql';
import { BilingualTextType } from '../text/bilingual-text.type.ts';

@ObjectType('Question', { description: 'A question every candidate answers (question).', simpleResolvers: true })
export class QuestionType {
  @Field(() => String, { description: 'Stable code, for programs.' })
  readonly code!: string;

  @Field(() => BilingualTextType, { description: 'The question.' })
  readonly name!: BilingualTextType;
}

@ObjectType('Answer', { description: 'An answer to one question of the dossier (réponse).', simpleResolvers: true })
export class AnswerType {
  @Field(() => QuestionType, { description: 'What was asked.' })
  readonly question!: QuestionType;

  @Field(() => String, { nullable: true, description: 'The answer, several lines. Null in a draft until given.' })
  readonly text!: string | null;
}

const motivation: QuestionType = {
  code: 'MOTIVATION',
  name: { fr: 'Pourquoi ces écoles et ces spécialités ?', en: 'Why these schools and specialisms?' },
};

/** Answers as the contract lists them, one a question. */
export const answersAsked = (answers: Unfinished<Answers> | null): readonly AnswerType[] =>
  answers === null ? [] : [{ question: motivation, text: answers.motivation }];
