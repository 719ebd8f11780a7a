import { type DeliveryState, deliveryStates } from '@guichet/domain/mail/delivery';
import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';

export const DeliveryStateEnum = enumOf(deliveryStates);
registerEnumType(DeliveryStateEnum, {
  name: 'DeliveryState',
  description: 'What became of a mail (état de remise).',
  valuesConfig: {
    WAITING: { description: 'Not handed over yet, or to be tried again (en attente).' },
    GIVEN_UP: { description: 'Never taken by the server, and tried no more (abandonné).' },
    SENT: { description: 'Taken by the server; no report came (envoyé).' },
    DELAYED: { description: 'A server on the way still tries (retardé).' },
    DELIVERED: { description: 'Delivered, says a report (remis).' },
    BOUNCED: { description: 'Sent back: the address takes no mail (en échec).' },
  },
});

@ObjectType('MailDelivery', {
  implements: NodeType,
  description: 'What became of one mail, without its address (remise d’un courriel).',
  simpleResolvers: true,
})
export class MailDeliveryType {
  readonly id!: string;

  @Field(() => String, { description: 'What the mail says, such as `APPLICATION_RECEIPT`; accept unknown values.' })
  readonly kind!: string;

  @Field(() => DeliveryStateEnum, { description: 'What became of it.' })
  readonly state!: DeliveryState;

  @Field(() => Int, { description: 'How often it was tried (essais).' })
  readonly tries!: number;

  @Field(() => Int, { nullable: true, description: 'The server’s last reply (code SMTP). Null before the first.' })
  readonly replyCode!: number | null;

  @Field(() => String, { nullable: true, description: 'Status of the report, such as `5.1.1` (RFC 3463). Null when none came.' })
  readonly status!: string | null;

  @Field(() => String, { nullable: true, description: 'Code of why it was not sent. Null when it was.' })
  readonly cause!: string | null;

  @Field(() => DateTime, { description: 'When it was first tried.' })
  readonly at!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When the server took it. Null when it never did.' })
  readonly sentAt!: Temporal.Instant | null;

  @Field(() => DateTime, { description: 'When this became of it.' })
  readonly stateAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Whether it was asked to be tried again, and is not yet.' })
  readonly isRetryAsked!: boolean;
}

export const MailDeliveryConnection = connectionOf(MailDeliveryType, 'MailDelivery');

@ArgsType()
export class MailsArguments extends ForwardPageArguments {
  @Field(() => [DeliveryStateEnum], { nullable: true, description: 'Only mails of which this became. Null: all.' })
  @IsOptional()
  readonly states?: readonly DeliveryState[] | null;
}

@InputType({ description: 'A mail to try again.' })
export class RetryMailInput extends ActInput {
  @Field(() => ID, { description: 'Which, in state GIVEN_UP.' })
  @MaxLength(200)
  readonly mailId!: string;
}

@ObjectType('RetryMailPayload', { description: 'What the act answers.', simpleResolvers: true })
export class RetryMailPayload {
  @Field(() => MailDeliveryType, { nullable: true, description: 'The mail. Null when refused.' })
  readonly mail!: MailDeliveryType | null;

  @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
  readonly userErrors!: readonly UserErrorType[];
}
