import { MaxLength } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { CandidacyType } from './candidacy.type.ts';

@InputType({ description: 'Opens a dossier (ouvrir).' })
export class OpenCandidacyInput extends ActInput {
  @Field(() => ID, { description: 'Which candidacy.' })
  @MaxLength(200)
  readonly candidacyId!: string;
}

@ObjectType('OpenCandidacyPayload', { description: 'What opening a dossier answers.', simpleResolvers: true })
export class OpenCandidacyPayload {
  @Field(() => CandidacyType, { nullable: true, description: 'The candidacy, its content readable. Null when refused.' })
  readonly candidacy!: CandidacyType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
