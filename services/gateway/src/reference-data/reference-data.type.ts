import { Field, ObjectType } from 'type-graphql';
import { BilingualTextType } from '../text/bilingual-text.type.ts';

@ObjectType('Mention', { description: 'A national mention of master (mention de master).', simpleResolvers: true })
export class MentionType {
  @Field(() => String, { description: 'Its code, as `M015`.' })
  readonly code!: string;

  @Field(() => String, { description: 'Its official name, in French (intitulé).' })
  readonly name!: string;

  @Field(() => String, { description: 'The field of education it belongs to (domaine).' })
  readonly domain!: string;
}

@ObjectType('Country', { description: 'A country or territory (pays).', simpleResolvers: true })
export class CountryType {
  @Field(() => String, { description: 'ISO 3166-1 alpha-2 code.' })
  readonly code!: string;

  @Field(() => BilingualTextType, { description: 'Its name.' })
  readonly name!: BilingualTextType;
}
