import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { MembershipType } from '../membership/membership.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { EmailAddress } from '../scalars/email-address.ts';
import { enumOf } from '../text/enum-of.ts';

export const HatKindEnum = enumOf(['CANDIDATE', 'SCHOOL', 'CONSORTIUM']);
registerEnumType(HatKindEnum, {
  name: 'HatKind',
  description: 'Which face of the platform a hat opens (casquette).',
  valuesConfig: {
    CANDIDATE: { description: 'The candidate’s own dossier (candidat).' },
    SCHOOL: { description: 'One school’s side, by its membership (école).' },
    CONSORTIUM: { description: 'The whole, as an administrator of the consortium (consortium).' },
  },
});

export const LocaleEnum = { FR: 'fr', EN: 'en' } as const;
registerEnumType(LocaleEnum, {
  name: 'Locale',
  description: 'A language of the procedure (langue).',
  valuesConfig: { FR: { description: 'French (français).' }, EN: { description: 'English (anglais).' } },
});

@ObjectType('Hat', {
  description: 'What a request may be made as; `value` is what `Acting-As` takes (casquette).',
  simpleResolvers: true,
})
export class HatType {
  @Field(() => String, { description: 'Goes into the header `Acting-As`.' })
  readonly value!: string;

  @Field(() => HatKindEnum, { description: 'Which face it opens.' })
  readonly kind!: keyof typeof HatKindEnum;

  @Field(() => MembershipType, { nullable: true, description: 'By what right. Null but for a school’s.' })
  readonly membership!: MembershipType | null;
}

@ObjectType('LoginSession', {
  description: 'One device somebody is signed in on (session de connexion). Its network is not kept.',
  simpleResolvers: true,
})
export class LoginSessionType {
  @Field(() => ID, { description: 'Names it when it is to be ended.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'Browser and system in two names (appareil). Null when neither is known.' })
  readonly device!: string | null;

  @Field(() => DateTime, { description: 'When it was opened.' })
  readonly createdAt!: Temporal.Instant;

  @Field(() => DateTime, { description: 'When it was last used, to the minute.' })
  readonly lastUsedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Whether it is the one that asks.' })
  readonly isCurrent!: boolean;
}

@ObjectType('Account', { description: 'Whoever is signed in, whatever the hat (compte).', simpleResolvers: true })
export class AccountType {
  @Field(() => EmailAddress, { description: 'Verified address.' })
  readonly email!: string;

  @Field(() => LocaleEnum, { description: 'Language of mails.' })
  readonly locale!: 'fr' | 'en';

  @Field(() => Boolean, { description: 'Whether a second factor is set up (double authentification).' })
  readonly hasSecondFactor!: boolean;

  @Field(() => Boolean, { description: 'Whether the last mail to this address came back: it takes no mail (courriel revenu).' })
  readonly hasReturnedMail!: boolean;

  @Field(() => [HatType], { description: 'What a request of this account may be made as.' })
  readonly hats!: readonly HatType[];

  @Field(() => [MembershipType], { description: 'Functions held in schools.' })
  readonly memberships!: readonly MembershipType[];
}
