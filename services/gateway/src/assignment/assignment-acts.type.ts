import { ArrayMaxSize, ArrayMinSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { BulkActType } from '../bulk-act/bulk-act.type.ts';
import { longestList } from '../limits/limits.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { ReaderProfileType } from './reader.type.ts';

/** Readers named at once: a dossier has a few, and each pair is a row. */
export const mostReadersAtOnce = 10;

const objections = 'Every objection; empty on success.';
const masked = 'Whether names and contacts are hidden from the reader (lecture anonyme). Null: they are shown.';

@InputType({ description: 'What a reader reads and how much they take; replaces what stood (profil de lecture).' })
export class SetReaderProfileInput extends ActInput {
  @Field(() => ID, { description: 'The person, a reviewer of the school.' })
  @MaxLength(200)
  readonly readerId!: string;

  @Field(() => [ID], {
    description: 'The specialisms they read, at most 100; none: only what they are given by hand or by load.',
  })
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly specialismIds!: string[];

  @Field(() => Int, { nullable: true, description: 'Most dossiers of one campaign in hand, 1 to 500 (charge). Null: no bound.' })
  readonly largestLoad?: number | null;

  @Field(() => Int, { description: 'The version read, 0 before the first; another means that somebody set it meanwhile.' })
  readonly expectedVersion!: number;
}

@ObjectType('SetReaderProfilePayload', { description: 'What setting a reader’s profile answers.', simpleResolvers: true })
export class SetReaderProfilePayload {
  @Field(() => ReaderProfileType, { nullable: true, description: 'The profile. Null when refused.' })
  readonly readerProfile!: ReaderProfileType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@InputType({ description: 'Candidacies to give to readers, each to each (affecter).' })
export class AssignReadersInput extends ActInput {
  @Field(() => [ID], { description: 'Which candidacies, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly candidacyIds!: string[];

  @Field(() => [ID], { description: 'To which people, 1 to 10, each a reviewer of the school.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostReadersAtOnce)
  @MaxLength(200, { each: true })
  readonly readerIds!: string[];

  @Field(() => Boolean, { nullable: true, description: masked })
  readonly isMasked?: boolean | null;
}

@InputType({ description: 'One candidacy for one reader (affectation).' })
export class AssignmentInput {
  @Field(() => ID, { description: 'Which candidacy.' })
  @MaxLength(200)
  readonly candidacyId!: string;

  @Field(() => ID, { description: 'To which person, a reviewer of the school.' })
  @MaxLength(200)
  readonly readerId!: string;
}

@InputType({ description: 'A proposal to carry out, as it was made or as somebody changed it (affecter comme proposé).' })
export class AssignAsProposedInput extends ActInput {
  @Field(() => [AssignmentInput], { description: 'Which candidacy to whom, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(longestList)
  @ValidateNested({ each: true })
  readonly assignments!: AssignmentInput[];

  @Field(() => Boolean, { nullable: true, description: masked })
  @IsOptional()
  readonly isMasked?: boolean | null;
}

@InputType({ description: 'Candidacies to take back from readers (retirer une affectation).' })
export class UnassignReadersInput extends ActInput {
  @Field(() => [ID], { description: 'Which candidacies, 1 to 100.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly candidacyIds!: string[];

  @Field(() => [ID], { description: 'From which people, 1 to 10, also who left.' })
  @ArrayMinSize(1)
  @ArrayMaxSize(mostReadersAtOnce)
  @MaxLength(200, { each: true })
  readonly readerIds!: string[];
}

const act = 'What was done to each, to take back within ten minutes. Null when refused.';

@ObjectType('AssignReadersPayload', { description: 'What giving candidacies to readers answers.', simpleResolvers: true })
export class AssignReadersPayload {
  @Field(() => BulkActType, { nullable: true, description: act })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('AssignAsProposedPayload', { description: 'What carrying out a proposal answers.', simpleResolvers: true })
export class AssignAsProposedPayload {
  @Field(() => BulkActType, { nullable: true, description: act })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('UnassignReadersPayload', { description: 'What taking candidacies back answers.', simpleResolvers: true })
export class UnassignReadersPayload {
  @Field(() => BulkActType, { nullable: true, description: act })
  readonly bulkAct!: BulkActType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}
