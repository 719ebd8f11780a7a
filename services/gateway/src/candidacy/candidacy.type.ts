import { type CandidacyState, candidacyStates } from '@guichet/domain/candidacy/life-cycle';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { DossierType } from '../dossier/dossier.type.ts';
import { NodeType } from '../node/node.type.ts';
import { NoticeType } from '../notice/notice.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { enumOf } from '../text/enum-of.ts';

/** What each state is called, for the states themselves and for the views of a queue. */
export const candidacyStateWords = {
  RECEIVED: { description: 'Received (reçue).' },
  TO_COMPLETE: { description: 'Something is to be completed (à compléter).' },
  ADMISSIBLE: { description: 'Admissible (recevable).' },
  INADMISSIBLE: { description: 'Not admissible (non recevable).' },
  UNDER_REVIEW: { description: 'Being read (en évaluation).' },
  ELIGIBLE: { description: 'Called to the orals (admissible).' },
  NOT_ELIGIBLE: { description: 'Not called to the orals (non admissible).' },
  EXAMINED: { description: 'Orals sat (épreuves passées).' },
  ABSENT: { description: 'Absent at the orals (absence constatée).' },
  MAIN_LIST: { description: 'On the main list (liste principale).' },
  WAITING_LIST: { description: 'On the waiting list (liste complémentaire).' },
  NOT_RANKED: { description: 'Not ranked (non classée).' },
  OFFERED: { description: 'A seat is offered (proposition faite).' },
  ACCEPTED: { description: 'Accepted, after replies close (acceptée).' },
  HELD: { description: 'Yes but, after replies close (oui mais).' },
  DECLINED: { description: 'Declined (refusée).' },
  LAPSED: { description: 'Lapsed without a reply (expirée).' },
  RESIGNED: { description: 'Given up for another seat (démission).' },
  ENROLLED: { description: 'Enrolled (inscription confirmée).' },
  CONDITION_NOT_MET: { description: 'A condition was not met (condition non remplie).' },
  WITHDRAWN_LATE: { description: 'Withdrawn after a definitive yes (désistement tardif).' },
  WITHDRAWN: { description: 'Withdrawn (retirée).' },
} as const satisfies Record<CandidacyState, { description: string }>;

export const CandidacyStateEnum = enumOf(candidacyStates);
registerEnumType(CandidacyStateEnum, {
  name: 'CandidacyState',
  description: 'Working state of a candidacy.',
  valuesConfig: candidacyStateWords,
});

@ObjectType('OtherSchools', {
  description:
    'What a campaign discloses of a candidate’s other choices: their number, and no names before replies exist (autres vœux).',
  simpleResolvers: true,
})
export class OtherSchoolsType {
  @Field(() => Int, {
    description: 'How many other schools held a candidacy of the same dossier, not withdrawn, when the campaign closed.',
  })
  readonly count!: number;
}

export const otherSchoolsMeaning =
  'How many others there are. Null where the campaign does not disclose it, until it is closed, while it is open again, and for a candidacy withdrawn by the closing.';

@ObjectType('Candidacy', {
  implements: NodeType,
  description: 'One school’s part of a dossier (candidature).',
  simpleResolvers: true,
})
export class CandidacyType {
  readonly id!: string;

  @Field(() => DossierType, { description: 'The dossier as this school received it.' })
  readonly dossier!: DossierType;

  @Field(() => [SpecialismType], { description: 'Asked for, in the candidate’s order within this school (spécialités).' })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => NoticeType, { description: 'The version of the school’s notice it is judged by: the one it was submitted under.' })
  readonly notice!: NoticeType;

  @Field(() => CandidacyStateEnum, { description: 'Where it stands.' })
  readonly state!: CandidacyState;

  @Field(() => Int, { description: 'Moves with each change of this school’s own side, for `expectedVersion`.' })
  readonly version!: number;

  @Field(() => DateTime, { description: 'When this school received it.' })
  readonly receivedAt!: Temporal.Instant;

  @Field(() => Boolean, {
    description: 'Whether nobody of this school opened it yet; chosen again after a withdrawal, it stays opened (à ouvrir).',
  })
  readonly isUnopened!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When this reader opened it. Null before.' })
  readonly openedAt!: Temporal.Instant | null;

  @Field(() => OtherSchoolsType, { nullable: true, description: otherSchoolsMeaning })
  readonly otherSchools!: OtherSchoolsType | null;
}
