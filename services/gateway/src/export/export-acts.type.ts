import type { QueueOrder } from '@guichet/database/candidacy/queue';
import type { CandidacyColumn } from '@guichet/domain/candidacy/columns';
import type { ExportFormat } from '@guichet/domain/export/export-job';
import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { CandidacyColumnEnum } from '../candidacy/columns.type.ts';
import { CandidacyFilter, CandidacyOrderEnum } from '../candidacy/queue.type.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { ExportFormatEnum, ExportJobType } from './export-job.type.ts';

@InputType({ description: 'The queue to export, told as the list on screen is (demande d’export).' })
export class RequestExportInput extends ActInput {
  @Field(() => ID, { nullable: true, description: 'Of which campaign. Null with `viewId`, which names its own.' })
  @IsOptional()
  @MaxLength(200)
  readonly campaignId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'A saved view instead of campaign, filter, order and columns (vue enregistrée). Null: those count.',
  })
  @IsOptional()
  @MaxLength(200)
  readonly viewId?: string | null;

  @Field(() => ExportFormatEnum, { description: 'How it is to be written.' })
  readonly format!: ExportFormat;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Which candidacies. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Only these among them; what is none of the school’s is left out. Null: all.',
  })
  @IsOptional()
  @ArrayMaxSize(100)
  @MaxLength(200, { each: true })
  readonly candidacyIds?: string[] | null;

  @Field(() => CandidacyOrderEnum, { nullable: true, description: 'In which order. Null: longest waiting first.' })
  @IsOptional()
  readonly orderBy?: QueueOrder | null;

  @Field(() => [CandidacyColumnEnum], { nullable: true, description: 'Which columns, in their order. Null: the usual ones.' })
  @IsOptional()
  @ArrayMaxSize(100)
  readonly columns?: CandidacyColumn[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: what the dossiers say too; each of them is then read, and its candidate told. Null: false.',
  })
  @IsOptional()
  readonly withContent?: boolean | null;
}

@ObjectType('RequestExportPayload', { description: 'What asking for an export answers.', simpleResolvers: true })
export class RequestExportPayload {
  @Field(() => ExportJobType, { nullable: true, description: 'The export, waiting to be written. Null when refused.' })
  readonly exportJob!: ExportJobType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}

@InputType({ description: 'Ends an export before there is a file (annuler un export).' })
export class CancelExportInput extends ActInput {
  @Field(() => ID, { description: 'Which.' })
  @MaxLength(200)
  readonly exportId!: string;
}

@ObjectType('CancelExportPayload', { description: 'What cancelling an export answers.', simpleResolvers: true })
export class CancelExportPayload {
  @Field(() => ExportJobType, { nullable: true, description: 'The export, cancelled. Null when refused.' })
  readonly exportJob!: ExportJobType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
