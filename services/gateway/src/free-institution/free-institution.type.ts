import { type SpellingState, spellingStates } from '@guichet/database/reference-data/free-institution.read';
import { IsOptional } from 'class-validator';
import { ArgsType, Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { InstitutionType } from '../institution/institution.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';

export const SpellingStateEnum = enumOf(spellingStates);
registerEnumType(SpellingStateEnum, {
  name: 'SpellingState',
  description: 'How far a spelling is reconciled (état d’une graphie).',
  valuesConfig: {
    PENDING: { description: 'Nobody has said what it is (à rapprocher).' },
    MERGED: { description: 'It is a listed institution (rattachée).' },
    DISMISSED: { description: 'Nothing of the list answers to it (écartée).' },
  },
});

@ObjectType('InstitutionSuggestion', {
  description: 'A listed institution that resembles a spelling; a human says whether it is the same (rapprochement proposé).',
  simpleResolvers: true,
})
export class InstitutionSuggestionType {
  @Field(() => InstitutionType, { description: 'The institution.' })
  readonly institution!: InstitutionType;

  @Field(() => Int, { description: 'How alike, in per cent: 100 is the same letters (ressemblance).' })
  readonly likenessPercent!: number;
}

@ObjectType('FreeInstitution', {
  implements: NodeType,
  description:
    'An institution as candidates typed it, in one spelling and country; never who did (établissement saisi librement).',
  simpleResolvers: true,
})
export class FreeInstitutionType {
  readonly id!: string;

  @Field(() => String, { description: 'As the first candidate typed it (graphie).' })
  readonly name!: string;

  @Field(() => String, { description: 'Country (pays), ISO 3166-1 alpha-2.' })
  readonly country!: string;

  @Field(() => SpellingStateEnum, { description: 'How far it is reconciled.' })
  readonly state!: SpellingState;

  @Field(() => Int, {
    nullable: true,
    description: 'How many candidates typed it. Null under 5: small numbers are not disclosed.',
  })
  readonly candidateCount!: number | null;

  @Field(() => DateTime, { description: 'When it was first submitted.' })
  readonly firstSeenAt!: Temporal.Instant;

  readonly institutionId!: string | null;
}

export const FreeInstitutionConnection = connectionOf(FreeInstitutionType, 'FreeInstitution');

@ArgsType()
export class FreeInstitutionsArguments extends ForwardPageArguments {
  @Field(() => SpellingStateEnum, { nullable: true, description: 'Which spellings. Null: those nobody has looked at.' })
  @IsOptional()
  readonly state?: SpellingState | null;
}
