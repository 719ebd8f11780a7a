import { IsOptional, MaxLength } from 'class-validator';
import { ArgsType, Field, ObjectType } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { NodeType } from '../node/node.type.ts';
import { BilingualTextType } from '../text/bilingual-text.type.ts';

@ObjectType('Institution', {
  implements: NodeType,
  description: 'A listed institution of higher education (établissement).',
  simpleResolvers: true,
})
export class InstitutionType {
  readonly id!: string;

  @Field(() => String, {
    description: 'Its national number (UAI), or one of ours that begins with X for what the consortium added.',
  })
  readonly uai!: string;

  @Field(() => BilingualTextType, { description: 'Its name.' })
  readonly name!: BilingualTextType;

  @Field(() => String, { nullable: true, description: 'Its acronym (sigle). Null when it has none.' })
  readonly acronym!: string | null;

  @Field(() => String, { description: 'City (ville).' })
  readonly city!: string;

  @Field(() => String, { description: 'Country (pays), ISO 3166-1 alpha-2.' })
  readonly country!: string;
}

@ArgsType()
export class InstitutionsArguments extends ForwardPageArguments {
  @Field(() => String, {
    nullable: true,
    description: 'Words of its name, acronym, city or UAI, in any order, accents or not; at most 100 characters. Null: all.',
  })
  @IsOptional()
  @MaxLength(100)
  readonly search?: string | null;
}
