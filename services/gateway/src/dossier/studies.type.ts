import { qualificationKinds, studyLevels, studyStatuses } from '@guichet/domain/application/application';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Mark } from '../scalars/mark.ts';
import { enumOf } from '../text/enum-of.ts';

export const StudyLevelEnum = enumOf(studyLevels);
registerEnumType(StudyLevelEnum, {
  name: 'StudyLevel',
  description: 'Level of a year of study (niveau).',
  valuesConfig: {
    BAC1: { description: 'First year after the baccalauréat (bac+1).' },
    BAC2: { description: 'Second year after the baccalauréat (bac+2).' },
    BAC3: { description: 'Third year after the baccalauréat (bac+3).' },
    BAC4: { description: 'Fourth year after the baccalauréat (bac+4).' },
    BAC5: { description: 'Fifth year after the baccalauréat (bac+5).' },
    M1: { description: 'First year of a master’s (M1).' },
    M2: { description: 'Second year of a master’s (M2).' },
    OTHER: { description: 'Any other year (autre).' },
  },
});

export const StudyStatusEnum = enumOf(studyStatuses);
registerEnumType(StudyStatusEnum, {
  name: 'StudyStatus',
  description: 'How far a year of study has come.',
  valuesConfig: {
    VALIDATED: { description: 'Validated (validée).' },
    UNDER_WAY: { description: 'Under way (en cours).' },
    EXPECTED: { description: 'Expected (à venir).' },
  },
});

export const QualificationKindEnum = enumOf(qualificationKinds);
registerEnumType(QualificationKindEnum, {
  name: 'QualificationKind',
  description: 'The kind of title a candidate relies on (titre).',
  valuesConfig: {
    M1_VALIDATED: { description: 'A first year of master’s, validated (M1 validé).' },
    M1_UNDER_WAY: { description: 'A first year of master’s under way (M1 en cours).' },
    OTHER_FOUR_YEARS: { description: 'Another title of at least four years after the baccalauréat (autre titre de quatre ans).' },
  },
});

@ObjectType('StudyYear', { description: 'One declared year of study (année d’études).', simpleResolvers: true })
export class StudyYearType {
  @Field(() => String, { nullable: true, description: 'Number of the institution (UAI). Null when its name was typed freely.' })
  readonly institutionUai!: string | null;

  @Field(() => String, { nullable: true, description: 'Name of the institution (établissement). Null in a draft until given.' })
  readonly institutionName!: string | null;

  @Field(() => String, { nullable: true, description: 'Its country, ISO 3166-1 alpha-2 (pays). Null in a draft until given.' })
  readonly country!: string | null;

  @Field(() => String, { nullable: true, description: 'Diploma prepared (diplôme). Null in a draft until given.' })
  readonly diploma!: string | null;

  @Field(() => StudyLevelEnum, { nullable: true, description: 'Level (niveau). Null in a draft until given.' })
  readonly level!: (typeof studyLevels)[number] | null;

  @Field(() => String, {
    nullable: true,
    description: 'National mention of master (mention). Null when it is no national master’s.',
  })
  readonly mentionCode!: string | null;

  @Field(() => String, { nullable: true, description: 'Title of the specialism (parcours). Null when there is none.' })
  readonly specialismTitle!: string | null;

  @Field(() => Int, { nullable: true, description: 'Credits (ECTS). Null when the year gave none.' })
  readonly ects!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Calendar year in which the academic year ends. Null in a draft until given.',
  })
  readonly year!: number | null;

  @Field(() => StudyStatusEnum, { nullable: true, description: 'How far it has come. Null in a draft until given.' })
  readonly status!: (typeof studyStatuses)[number] | null;

  @Field(() => Mark, { nullable: true, description: 'Average out of 20 (moyenne). Null when there is none yet.' })
  readonly results!: string | null;
}

@ObjectType('Qualification', { description: 'The title a candidate relies on (titre).', simpleResolvers: true })
export class QualificationType {
  @Field(() => QualificationKindEnum, { nullable: true, description: 'Which kind. Null in a draft until given.' })
  readonly kind!: (typeof qualificationKinds)[number] | null;

  @Field(() => String, { nullable: true, description: 'Code of the national mention. Null for a foreign or free title.' })
  readonly mentionCode!: string | null;

  @Field(() => String, { nullable: true, description: 'The title as the candidate named it. Null for a national mention.' })
  readonly title!: string | null;
}
