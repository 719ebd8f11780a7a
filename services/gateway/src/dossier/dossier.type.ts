import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Digest } from '../scalars/digest.ts';
import { AnswerType } from './answers.type.ts';
import { ContactType, IdentityType } from './identity.type.ts';
import { QualificationType, StudyYearType } from './studies.type.ts';

@ObjectType('Dossier', {
  implements: NodeType,
  description: 'Frozen copy of what was submitted; says nothing of where else it went (dossier).',
  simpleResolvers: true,
})
export class DossierType {
  readonly id!: string;

  @Field(() => String, { description: 'What people quote: `ASTG3-27-K7QM4` (référence).' })
  readonly reference!: string;

  @Field(() => Int, { description: 'Number of this copy, counted from 1: it moves only when what this school reads changed.' })
  readonly number!: number;

  @Field(() => DateTime, { description: 'When this copy was submitted.' })
  readonly submittedAt!: Temporal.Instant;

  @Field(() => Digest, { description: 'SHA-256 of what this school reads, as canonical JSON.' })
  readonly digest!: string;

  @Field(() => IdentityType, { nullable: true, description: 'Who. Null while this reader’s mask is on (lecture anonyme).' })
  readonly identity!: IdentityType | null;

  @Field(() => ContactType, { nullable: true, description: 'How they are reached. Null while this reader’s mask is on.' })
  readonly contact!: ContactType | null;

  @Field(() => String, {
    nullable: true,
    description: 'Institution of the newest year (établissement). Null when none was given.',
  })
  readonly institution!: string | null;

  @Field(() => String, { nullable: true, description: 'Its country, ISO 3166-1 alpha-2 (pays). Null when none was given.' })
  readonly country!: string | null;

  @Field(() => [StudyYearType], { nullable: true, description: 'Years of study. Null before this reader opened it.' })
  readonly studies!: readonly StudyYearType[] | null;

  @Field(() => QualificationType, {
    nullable: true,
    description: 'The title relied on (titre). Null before this reader opened it.',
  })
  readonly qualification!: QualificationType | null;

  @Field(() => [AnswerType], { nullable: true, description: 'Answers (motivation). Null before this reader opened it.' })
  readonly answers!: readonly AnswerType[] | null;
}
