import { withdrawalReasons } from '@guichet/domain/application/withdrawal';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Field, ID, InputType, registerEnumType } from 'type-graphql';
import { longestList } from '../limits/limits.ts';
import { Digest } from '../scalars/digest.ts';
import { enumOf } from '../text/enum-of.ts';
import { ActInput } from '../user-error/act-input.ts';
import { ApplicationActInput } from './act-input.type.ts';

export const WithdrawalReasonEnum = enumOf(withdrawalReasons);
registerEnumType(WithdrawalReasonEnum, {
  name: 'WithdrawalReason',
  description: 'Why a candidate withdraws (motif de désistement).',
  valuesConfig: {
    OTHER_ADMISSION: { description: 'Admitted elsewhere (admis ailleurs).' },
    CHANGED_PLANS: { description: 'Other plans (changement de projet).' },
    FINANCIAL: { description: 'Financial reasons (raisons financières).' },
    PERSONAL: { description: 'Personal reasons (raisons personnelles).' },
    MISTAKE: { description: 'Chosen by mistake (erreur).' },
    OTHER: { description: 'Another reason (autre).' },
  },
});

@InputType({ description: 'Begins a dossier.' })
export class CreateApplicationInput extends ActInput {
  @Field(() => ID, { description: 'The campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => Boolean, {
    description:
      'Whether the candidate studies at a partner institution, whose students use the international sessions (partenaire).',
  })
  readonly isPartnerStudent!: boolean;
}

@InputType({ description: 'Submits a dossier, in the second of two steps.' })
export class SubmitApplicationInput extends ApplicationActInput {
  @Field(() => Digest, { description: 'Honour statement, in the wording shown.' })
  readonly statementDigest!: string;
}

@InputType({ description: 'Opens a revision.' })
export class RecallApplicationInput extends ApplicationActInput {}

@InputType({ description: 'Withdraws from schools.' })
export class WithdrawChoicesInput extends ApplicationActInput {
  @Field(() => [ID], { description: 'The schools to withdraw from: one, several or all.' })
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly schoolIds!: readonly string[];

  @Field(() => WithdrawalReasonEnum, { description: 'Why.' })
  readonly reason!: (typeof withdrawalReasons)[number];
}
