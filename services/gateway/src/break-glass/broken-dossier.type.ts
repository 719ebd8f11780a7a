import type { Contact, Identity, Qualification, StudyYear } from '@guichet/domain/application/application';
import { Field, Int, ObjectType } from 'type-graphql';
import { AnswerType } from '../dossier/answers.type.ts';
import { ContactType, IdentityType } from '../dossier/identity.type.ts';
import { QualificationType, StudyYearType } from '../dossier/studies.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';

@ObjectType('BrokenDossier', {
  description:
    'Head, identity and content of one dossier as one school received it, under a break-glass; nothing confidential, nothing of other schools.',
  simpleResolvers: true,
})
export class BrokenDossierType {
  @Field(() => String, { description: 'What people quote: `ASTG3-27-K7QM4` (référence).' })
  readonly reference!: string;

  @Field(() => Int, { description: 'Number of this school’s newest copy, counted from 1.' })
  readonly number!: number;

  @Field(() => DateTime, { description: 'When this copy was submitted.' })
  readonly submittedAt!: Temporal.Instant;

  @Field(() => String, { nullable: true, description: 'Institution of the newest year. Null when none was given.' })
  readonly institution!: string | null;

  @Field(() => String, { nullable: true, description: 'Its country, ISO 3166-1 alpha-2 (pays). Null when none was given.' })
  readonly country!: string | null;

  @Field(() => IdentityType, { nullable: true, description: 'Who (identité). Null when the copy holds none.' })
  readonly identity!: Identity | null;

  @Field(() => ContactType, { nullable: true, description: 'How they are reached (coordonnées). Null when the copy holds none.' })
  readonly contact!: Contact | null;

  @Field(() => [SpecialismType], { description: 'Asked for, in the candidate’s order within this school (spécialités).' })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => [StudyYearType], { description: 'Years of study.' })
  readonly studies!: readonly StudyYear[];

  @Field(() => QualificationType, { nullable: true, description: 'The title relied on (titre). Null when the copy holds none.' })
  readonly qualification!: Qualification | null;

  @Field(() => [AnswerType], { description: 'Answers (motivation).' })
  readonly answers!: readonly AnswerType[];
}
