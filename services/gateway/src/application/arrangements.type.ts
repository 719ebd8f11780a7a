import { arrangementNeeds } from '@guichet/domain/application/application';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../text/enum-of.ts';

export const ArrangementNeedEnum = enumOf(arrangementNeeds);
registerEnumType(ArrangementNeedEnum, {
  name: 'ArrangementNeed',
  description: 'What a candidate may need at the orals (aménagement).',
  valuesConfig: {
    EXTRA_TIME: { description: 'More time (tiers temps).' },
    STEP_FREE_ACCESS: { description: 'Access without steps (accès sans marche).' },
    SIGN_LANGUAGE: { description: 'An interpreter (langue des signes).' },
    LARGE_PRINT: { description: 'Large print (gros caractères).' },
    OWN_EQUIPMENT: { description: 'One’s own equipment (matériel personnel).' },
    OTHER: { description: 'Something else, told in the text (autre).' },
  },
});

@ObjectType('SpecialArrangements', {
  description: 'What is needed at the orals, read by nobody but who organises them (aménagements).',
  simpleResolvers: true,
})
export class SpecialArrangementsType {
  @Field(() => [ArrangementNeedEnum], {
    nullable: true,
    description: 'What is needed; empty: nothing. Null in a draft until given.',
  })
  readonly needs!: readonly (typeof arrangementNeeds)[number][] | null;

  @Field(() => String, { nullable: true, description: 'Details (précisions). Null when there are none.' })
  readonly text!: string | null;
}
