import { shownStates } from '@guichet/domain/candidacy/words';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { type AdmissibilityOutcome, AdmissibilityOutcomeEnum, ObjectionType } from '../admissibility/objection.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';
import { enumOf } from '../text/enum-of.ts';

export const ShownStateEnum = enumOf(shownStates);
registerEnumType(ShownStateEnum, {
  name: 'ShownState',
  description: 'What a candidate is shown of a candidacy: what was published, nothing earlier.',
  valuesConfig: {
    UNDER_CONSIDERATION: { description: 'Nothing published yet (en cours d’étude).' },
    TO_COMPLETE: { description: 'Something is asked for (à compléter).' },
    INADMISSIBLE: { description: 'Not admissible (non recevable).' },
    ELIGIBLE: { description: 'Called to the orals (admissible).' },
    NOT_ELIGIBLE: { description: 'Not called to the orals (non admissible).' },
    EXAMINED: { description: 'Orals sat (épreuves passées).' },
    ABSENT: { description: 'Absent from the orals (absence constatée).' },
    WAITING_LIST: { description: 'On the waiting list (liste complémentaire).' },
    NOT_RANKED: { description: 'Not ranked (non classée).' },
    OFFERED: { description: 'An offer to reply to (proposition).' },
    ACCEPTED: { description: 'A definitive yes (oui définitif).' },
    HELD: { description: 'A yes, waiting for better (oui mais).' },
    DECLINED: { description: 'Declined by the candidate (refusée par vous).' },
    LAPSED: { description: 'Not replied to in time (expirée).' },
    RESIGNED: { description: 'Given up for a better one (abandonnée).' },
    ENROLLED: { description: 'Enrolled (inscription confirmée).' },
    CONDITION_NOT_MET: { description: 'A condition was not met (condition non remplie).' },
    WITHDRAWN: { description: 'Withdrawn by the candidate (retirée par vous).' },
  },
});

export const timelineKinds = ['RECEIVED', 'UPDATED', 'RECEIVED_ANEW', 'WITHDRAWN'] as const;
export type TimelineKind = (typeof timelineKinds)[number];

export const TimelineKindEnum = enumOf(timelineKinds);
registerEnumType(TimelineKindEnum, {
  name: 'TimelineKind',
  description: 'What happened to a candidacy; accept unknown values.',
  valuesConfig: {
    RECEIVED: { description: 'The school received the dossier (dossier reçu).' },
    UPDATED: { description: 'It received a further copy, sent again with changes (nouvelle version reçue).' },
    RECEIVED_ANEW: { description: 'Chosen again after a withdrawal (dossier reçu à nouveau).' },
    WITHDRAWN: { description: 'The candidate withdrew (candidature retirée).' },
  },
});

@ObjectType('TimelineEntry', { description: 'One dated event of a candidacy (étape).', simpleResolvers: true })
export class TimelineEntryType {
  @Field(() => TimelineKindEnum, { description: 'For programs; accept unknown values.' })
  readonly kind!: TimelineKind;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Temporal.Instant;

  @Field(() => String, { description: 'For people, in the language asked for.' })
  readonly words!: string;
}

@ObjectType('Choice', {
  implements: NodeType,
  description: 'One school among those chosen (vœu). Never reachable from a school’s root.',
  simpleResolvers: true,
})
export class ChoiceType {
  readonly id!: string;

  @Field(() => SchoolType, { description: 'The school.' })
  readonly school!: SchoolType;

  @Field(() => [SpecialismType], {
    description: 'Most wanted first; as many as the school’s notice allows, one by default (spécialités).',
  })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => Int, {
    nullable: true,
    description: '1 is the most wanted (ordre de préférence). Null under FREE_REPLY.',
  })
  readonly preferenceRank!: number | null;

  @Field(() => AdmissibilityOutcomeEnum, {
    description: 'What this school’s notice would say today; once submitted, what it said of the dossier (recevable ?).',
  })
  readonly outcome!: AdmissibilityOutcome;

  @Field(() => Int, {
    nullable: true,
    description: 'Version of the notice that answers. Null when the school takes part no more.',
  })
  readonly noticeVersion!: number | null;

  @Field(() => [ObjectionType], { description: 'Empty when admissible; a NEEDS_A_HUMAN names its reason here.' })
  readonly objections!: readonly ObjectionType[];

  @Field(() => ShownStateEnum, {
    nullable: true,
    description: 'What the school has published, nothing earlier. Null while a draft.',
  })
  readonly state!: (typeof shownStates)[number] | null;

  @Field(() => String, { description: 'The state in plain words, in the language asked for; a draft is told as one.' })
  readonly stateWords!: string;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is in this state. Null while a draft.' })
  readonly stateSince!: Temporal.Instant | null;

  @Field(() => [TimelineEntryType], { description: 'What happened, oldest first; empty while a draft.' })
  readonly timeline!: readonly TimelineEntryType[];
}
