import type { studyLevels, studyStatuses } from '@guichet/domain/application/application';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { StudyLevelEnum, StudyStatusEnum } from '../dossier/studies.type.ts';
import { SchoolType } from '../school/school.type.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { type AdmissibilityOutcome, AdmissibilityOutcomeEnum, ObjectionType } from './objection.type.ts';

@InputType({ description: 'A year of study, as far as admissibility looks at it.' })
export class PreviewStudyInput {
  @Field(() => StudyLevelEnum, { description: 'Level (niveau).' })
  readonly level!: (typeof studyLevels)[number];

  @Field(() => StudyStatusEnum, { description: 'How far it has come.' })
  readonly status!: (typeof studyStatuses)[number];

  @Field(() => Int, { description: 'Calendar year in which the academic year ends.' })
  @Min(1900)
  @Max(2200)
  readonly year!: number;

  @Field(() => Int, { nullable: true, description: 'Credits (ECTS). Null: the year gave none.' })
  @IsOptional()
  @Min(0)
  @Max(600)
  readonly ects?: number | null;
}

@InputType({ description: 'What somebody tells of themselves; nothing of it is stored.' })
export class PreviewAdmissibilityInput {
  @Field(() => ID, { description: 'The campaign to enter by.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => [PreviewStudyInput], { description: 'Years of study after the baccalauréat (études).' })
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  readonly studies!: readonly PreviewStudyInput[];

  @Field(() => String, {
    nullable: true,
    description: 'Code of the national mention of master. Null for a foreign or free title.',
  })
  @IsOptional()
  @MaxLength(32)
  readonly mentionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'A foreign or free title. Null for a national mention.' })
  @IsOptional()
  @MaxLength(200)
  readonly title?: string | null;

  // Not a default: the compiler of documents knows none inside an input.
  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether they study at a partner institution, whose students use the international sessions (partenaire). Null: they do not.',
  })
  readonly isPartnerStudent?: boolean | null;
}

@ObjectType('SchoolPreview', { description: 'What one school’s notice would answer (recevable ?).', simpleResolvers: true })
export class SchoolPreviewType {
  @Field(() => SchoolType, { description: 'The school.' })
  readonly school!: SchoolType;

  @Field(() => AdmissibilityOutcomeEnum, { description: 'The answer; NEEDS_A_HUMAN is one.' })
  readonly outcome!: AdmissibilityOutcome;

  @Field(() => Int, { description: 'Version of the notice that answers.' })
  readonly noticeVersion!: number;

  @Field(() => [ObjectionType], { description: 'Empty when admissible.' })
  readonly objections!: readonly ObjectionType[];

  @Field(() => [SpecialismType], { description: 'Specialisms that admit the mention told; none for a foreign or free title.' })
  readonly specialisms!: readonly SpecialismType[];
}
