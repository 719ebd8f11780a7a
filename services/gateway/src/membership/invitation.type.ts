import { type InvitationState, invitationStates } from '@guichet/domain/account/people';
import type { SchoolFunction } from '@guichet/domain/account/school-function';
import type { DeliveryState } from '@guichet/domain/mail/delivery';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { LocaleEnum } from '../account-hats/account.type.ts';
import { connectionOf } from '../connection/connection.type.ts';
import { DeliveryStateEnum } from '../mail-delivery/mail-delivery.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { EmailAddress } from '../scalars/email-address.ts';
import { SchoolType } from '../school/school.type.ts';
import { enumOf } from '../text/enum-of.ts';
import { SchoolFunctionEnum } from './membership.type.ts';
import { PersonType } from './person.type.ts';

export const InvitationStateEnum = enumOf(invitationStates);
registerEnumType(InvitationStateEnum, {
  name: 'InvitationState',
  description: 'Where an invitation stands (état de l’invitation).',
  valuesConfig: {
    PENDING: { description: 'Its link may be used (en attente).' },
    EXPIRED: { description: 'Nobody used it in time (expirée).' },
    ACCEPTED: { description: 'Used, once (acceptée).' },
    REVOKED: { description: 'Withdrawn, or replaced by a later one to the same address (retirée).' },
  },
});

@ObjectType('Invitation', {
  implements: NodeType,
  description: 'A link of one use, bound to one address (invitation). Whether the address has an account is not told.',
  simpleResolvers: true,
})
export class InvitationType {
  readonly id!: string;

  @Field(() => InvitationStateEnum, { description: 'Where it stands at this moment.' })
  readonly state!: InvitationState;

  @Field(() => SchoolType, { nullable: true, description: 'Into which school. Null for the administration of the consortium.' })
  readonly school!: SchoolType | null;

  @Field(() => EmailAddress, { description: 'To whom; only an account with this address may accept.' })
  readonly email!: string;

  @Field(() => String, { description: 'Name colleagues will read.' })
  readonly displayName!: string;

  @Field(() => [SchoolFunctionEnum], { description: 'As what, frozen when it was sent; empty for the consortium.' })
  readonly functions!: readonly SchoolFunction[];

  @Field(() => [String], {
    description: 'What that lets a person do and not do, as sentences; empty for the consortium (droits).',
  })
  readonly rights!: readonly string[];

  @Field(() => LocaleEnum, { description: 'Language of its mail.' })
  readonly locale!: 'fr' | 'en';

  @Field(() => PersonType, {
    nullable: true,
    description: 'Who sent it. Null when the platform did, and at a school when the consortium did.',
  })
  readonly inviter!: PersonType | null;

  @Field(() => DeliveryStateEnum, {
    nullable: true,
    description: 'What became of its mail (remise). Null before it left, and for the administration of the consortium.',
  })
  readonly delivery!: DeliveryState | null;

  @Field(() => DateTime, { description: 'When it was sent.' })
  readonly at!: Temporal.Instant;

  @Field(() => DateTime, { description: 'Until when it may be accepted.' })
  readonly expiresAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was accepted. Null until then.' })
  readonly acceptedAt!: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was withdrawn or replaced. Null unless it was.' })
  readonly endedAt!: Temporal.Instant | null;
}

export const InvitationConnection = connectionOf(InvitationType, 'Invitation');
