import type { qualificationKinds, studyLevels, studyStatuses } from '@guichet/domain/application/application';
import { ArrayMaxSize, ValidateNested } from 'class-validator';
import { Field, InputType, Int } from 'type-graphql';
import { QualificationKindEnum, StudyLevelEnum, StudyStatusEnum } from '../../dossier/studies.type.ts';
import { longestList } from '../../limits/limits.ts';
import { ApplicationActInput, Bounded } from '../act-input.type.ts';

@InputType({ description: 'One declared year of study (année d’études).' })
export class StudyYearInput {
  @Field(() => String, {
    nullable: true,
    description: 'Number of the institution (UAI), which then gives name and country. Null: not in the list.',
  })
  @Bounded(20)
  readonly institutionUai?: string | null;

  @Field(() => String, { nullable: true, description: 'Name of an institution that is not in the list. Null: not given yet.' })
  @Bounded(1000)
  readonly institutionName?: string | null;

  @Field(() => String, { nullable: true, description: 'Its country, ISO 3166-1 alpha-2. Null: not given yet.' })
  @Bounded(10)
  readonly country?: string | null;

  @Field(() => String, { nullable: true, description: 'Diploma prepared (diplôme). Null: not given yet.' })
  @Bounded(1000)
  readonly diploma?: string | null;

  @Field(() => StudyLevelEnum, { nullable: true, description: 'Level (niveau). Null: not given yet.' })
  readonly level?: (typeof studyLevels)[number] | null;

  @Field(() => String, { nullable: true, description: 'Code of the national mention of master. Null: no national master’s.' })
  @Bounded(100)
  readonly mentionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the specialism (parcours). Null: none.' })
  @Bounded(1000)
  readonly specialismTitle?: string | null;

  @Field(() => Int, { nullable: true, description: 'Credits (ECTS). Null: the year gave none.' })
  readonly ects?: number | null;

  @Field(() => Int, { nullable: true, description: 'Calendar year in which the academic year ends. Null: not given yet.' })
  readonly year?: number | null;

  @Field(() => StudyStatusEnum, { nullable: true, description: 'How far it has come. Null: not given yet.' })
  readonly status?: (typeof studyStatuses)[number] | null;

  @Field(() => String, { nullable: true, description: 'Average out of 20, with a point: `15.5` (moyenne). Null: none yet.' })
  @Bounded(20)
  readonly results?: string | null;
}

@InputType({ description: 'Saves the years of study, all of them: one left out is taken away.' })
export class SaveStudiesInput extends ApplicationActInput {
  @Field(() => [StudyYearInput], { description: 'Every year.' })
  @ArrayMaxSize(longestList)
  @ValidateNested({ each: true })
  readonly studies!: readonly StudyYearInput[];
}

@InputType({ description: 'The title relied on (titre). What is left out stays, null empties.' })
export class QualificationInput {
  @Field(() => QualificationKindEnum, { nullable: true, description: 'Which kind. Null empties it.' })
  readonly kind?: (typeof qualificationKinds)[number] | null;

  @Field(() => String, { nullable: true, description: 'Code of the national mention. Null: a foreign or free title.' })
  @Bounded(100)
  readonly mentionCode?: string | null;

  @Field(() => String, { nullable: true, description: 'A foreign or free title. Null: a national mention.' })
  @Bounded(1000)
  readonly title?: string | null;
}

@InputType({ description: 'Saves the title relied on.' })
export class SaveQualificationInput extends ApplicationActInput {
  @Field(() => QualificationInput, { description: 'What is known so far.' })
  @ValidateNested()
  readonly qualification!: QualificationInput;
}
