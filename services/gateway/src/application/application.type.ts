import { applicationStates } from '@guichet/domain/application/application';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CampaignType } from '../campaign/campaign.type.ts';
import { ChoiceType } from '../choice/choice.type.ts';
import { AnswerType } from '../dossier/answers.type.ts';
import { ContactType, IdentityType } from '../dossier/identity.type.ts';
import { QualificationType, StudyYearType } from '../dossier/studies.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { Digest } from '../scalars/digest.ts';
import { SchoolType } from '../school/school.type.ts';
import { BilingualTextType } from '../text/bilingual-text.type.ts';
import { enumOf } from '../text/enum-of.ts';
import { SpecialArrangementsType } from './arrangements.type.ts';
import { MissingItemType, SectionType } from './section.type.ts';

export const ApplicationStateEnum = enumOf(applicationStates);
registerEnumType(ApplicationStateEnum, {
  name: 'ApplicationState',
  description: 'Where a dossier stands.',
  valuesConfig: {
    DRAFT: { description: 'Never submitted (brouillon).' },
    SUBMITTED: { description: 'Submitted; it stands even while it is being revised (déposé).' },
    WITHDRAWN: { description: 'Withdrawn from every school (retiré).' },
  },
});

export const applicationActions = ['EDIT', 'SUBMIT', 'RECALL', 'WITHDRAW'] as const;
export type ApplicationAction = (typeof applicationActions)[number];

export const ApplicationActionEnum = enumOf(applicationActions);
registerEnumType(ApplicationActionEnum, {
  name: 'ApplicationAction',
  description: 'What its candidate can do to a dossier now; accept unknown values.',
  valuesConfig: {
    EDIT: { description: 'Save sections (modifier).' },
    SUBMIT: { description: 'Submit it: nothing is missing (déposer).' },
    RECALL: { description: 'Open a revision (reprendre).' },
    WITHDRAW: { description: 'Withdraw from a school, or from all (se désister).' },
  },
});

@ObjectType('SubmissionReview', {
  description: 'What is attested at submission (attestation sur l’honneur).',
  simpleResolvers: true,
})
export class SubmissionReviewType {
  @Field(() => BilingualTextType, { description: 'The words to attest.' })
  readonly statement!: BilingualTextType;

  @Field(() => Digest, { description: 'Digest of these words, for `SubmitApplicationInput`.' })
  readonly statementDigest!: string;
}

@ObjectType('Application', {
  implements: NodeType,
  description: 'The single dossier of a candidate in a campaign (dossier de candidature).',
  simpleResolvers: true,
})
export class ApplicationType {
  readonly id!: string;

  @Field(() => String, { description: 'What people quote of it (référence).' })
  readonly reference!: string;

  @Field(() => CampaignType, { description: 'The campaign it is filed in.' })
  readonly campaign!: CampaignType;

  @Field(() => ApplicationStateEnum, { description: 'Where it stands.' })
  readonly state!: (typeof applicationStates)[number];

  @Field(() => Int, { description: 'Moves with every change; each act names the one it saw.' })
  readonly version!: number;

  @Field(() => Boolean, {
    description:
      'Recalled and not yet sent again: the submitted copy stands meanwhile (reprise). False once the deadline has passed: what was not sent is void.',
  })
  readonly isBeingRevised!: boolean;

  @Field(() => SubmissionReviewType, { description: 'The words to attest at submission (attestation).' })
  readonly submission!: SubmissionReviewType;

  @Field(() => DateTime, { nullable: true, description: 'When it was last submitted (dépôt). Null while a draft.' })
  readonly submittedAt!: Temporal.Instant | null;

  @Field(() => IdentityType, { nullable: true, description: 'Who the candidate is. Null until saved.' })
  readonly identity!: IdentityType | null;

  @Field(() => ContactType, { nullable: true, description: 'How the candidate is reached. Null until saved.' })
  readonly contact!: ContactType | null;

  @Field(() => [StudyYearType], { description: 'Years of study (études).' })
  readonly studies!: readonly StudyYearType[];

  @Field(() => QualificationType, { nullable: true, description: 'The title relied on (titre). Null until saved.' })
  readonly qualification!: QualificationType | null;

  @Field(() => [AnswerType], { description: 'Free answers (réponses); empty until saved.' })
  readonly answers!: readonly AnswerType[];

  @Field(() => SpecialArrangementsType, {
    nullable: true,
    description: 'What is needed at the orals (aménagements). Null until saved; nobody has to.',
  })
  readonly arrangements!: SpecialArrangementsType | null;

  @Field(() => SchoolType, {
    nullable: true,
    description:
      'Where the orals are sat; need not be a chosen school (centre d’examen). Null until picked, or when each school has its own.',
  })
  readonly examCentre!: SchoolType | null;

  @Field(() => [ChoiceType], { description: 'Schools chosen, most wanted first where there is an order (vœux).' })
  readonly choices!: readonly ChoiceType[];

  @Field(() => [SectionType], { description: 'How far each section has come (rubriques).' })
  readonly sections!: readonly SectionType[];

  @Field(() => [MissingItemType], { description: 'What still blocks submission, all of it; empty once submitted.' })
  readonly missing!: readonly MissingItemType[];

  @Field(() => [ApplicationActionEnum], { description: 'What can be done now.' })
  readonly availableActions!: readonly ApplicationAction[];
}
