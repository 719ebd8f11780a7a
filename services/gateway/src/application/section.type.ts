import { sectionStatusWords, sections } from '@guichet/domain/application/sections';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../text/enum-of.ts';
import { type UserErrorCode, UserErrorCodeEnum } from '../user-error/user-error.type.ts';

export const SectionNameEnum = enumOf(sections);
registerEnumType(SectionNameEnum, {
  name: 'SectionName',
  description: 'A part of the dossier, saved by itself (rubrique).',
  valuesConfig: {
    IDENTITY: { description: 'Who the candidate is (identité).' },
    CONTACT: { description: 'How the candidate is reached (coordonnées).' },
    STUDIES: { description: 'Years of study (études).' },
    QUALIFICATION: { description: 'The title relied on (titre).' },
    MOTIVATION: { description: 'Free answers (motivation).' },
    ARRANGEMENTS: { description: 'What is needed at the orals (aménagements).' },
    EXAM_CENTRE: { description: 'Where the orals are sat (centre d’examen).' },
    CHOICES: { description: 'Schools chosen (vœux).' },
  },
});

export const SectionStatusEnum = enumOf(sectionStatusWords);
registerEnumType(SectionStatusEnum, {
  name: 'SectionStatus',
  description: 'How far a section has come.',
  valuesConfig: {
    TO_START: { description: 'Nothing given yet (à commencer).' },
    IN_PROGRESS: { description: 'Something is still to be given (en cours).' },
    DONE: { description: 'Nothing missing (terminé).' },
    NOT_YET_POSSIBLE: { description: 'Something else comes first (pas encore possible).' },
    PROBLEM: { description: 'Something given does not stand (il y a un problème).' },
  },
});

@ObjectType('Section', { description: 'How far one part of the dossier has come (rubrique).', simpleResolvers: true })
export class SectionType {
  @Field(() => SectionNameEnum, { description: 'Which part.' })
  readonly name!: (typeof sections)[number];

  @Field(() => SectionStatusEnum, { description: 'How far.' })
  readonly status!: (typeof sectionStatusWords)[number];
}

@ObjectType('MissingItem', { description: 'One thing that blocks submission (élément manquant).', simpleResolvers: true })
export class MissingItemType {
  @Field(() => SectionNameEnum, { description: 'In which part.' })
  readonly section!: (typeof sections)[number];

  @Field(() => [String], { description: 'The way to it in the dossier, as `studies`, `0`, `ects`.' })
  readonly path!: readonly string[];

  @Field(() => UserErrorCodeEnum, { description: 'For programs; accept unknown values.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'For people, in the language asked for; says how to mend it.' })
  readonly message!: string;
}
