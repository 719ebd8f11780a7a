import {
  mostReadersEach,
  type NobodyBecause,
  type ProposalManner,
  proposalManners,
} from '@guichet/domain/assignment/propose-assignments';
import { ArrayMaxSize, IsOptional, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { CandidacyFilter } from '../candidacy/queue.type.ts';
import { longestList } from '../limits/limits.ts';
import { PersonType } from '../membership/person.type.ts';
import { enumOf } from '../text/enum-of.ts';

export const ProposalMannerEnum = enumOf(proposalManners);
registerEnumType(ProposalMannerEnum, {
  name: 'ProposalManner',
  description: 'How readers are proposed (mode d’affectation).',
  valuesConfig: {
    BY_SPECIALISM: { description: 'Whoever reads the first specialism asked for, the emptiest first (par spécialité).' },
    BY_LOAD: { description: 'Whoever is emptiest, as a share of what they take (par charge).' },
  },
});

const reasons: readonly NobodyBecause[] = ['NOBODY_READS_IT', 'EVERYBODY_IS_FULL'];
export const NobodyBecauseEnum = enumOf(reasons);
registerEnumType(NobodyBecauseEnum, {
  name: 'NobodyBecause',
  description: 'Why nobody is proposed.',
  valuesConfig: {
    NOBODY_READS_IT: { description: 'Nobody reads the first specialism asked for (aucun lecteur pour cette spécialité).' },
    EVERYBODY_IS_FULL: { description: 'Whoever would has no room left, or reads it already (tous complets).' },
  },
});

@InputType({ description: 'For which candidacies of a campaign readers are proposed, and how (proposer une affectation).' })
export class ProposalInput {
  @Field(() => ID, { description: 'Of which campaign.' })
  @MaxLength(200)
  readonly campaignId!: string;

  @Field(() => ProposalMannerEnum, { description: 'How.' })
  readonly manner!: ProposalManner;

  @Field(() => [ID], {
    nullable: true,
    description: 'For which candidacies, at most 100. Null: the 100 longest waiting of what the filter finds.',
  })
  @IsOptional()
  @ArrayMaxSize(longestList)
  @MaxLength(200, { each: true })
  readonly candidacyIds?: string[] | null;

  @Field(() => CandidacyFilter, { nullable: true, description: 'Among which, when no list is given. Null: all of them.' })
  @IsOptional()
  @ValidateNested()
  readonly filter?: CandidacyFilter | null;

  @Field(() => Int, { nullable: true, description: 'Readers each is to have in all, those it has counted, 1 to 3. Null: one.' })
  @IsOptional()
  @Min(1)
  @Max(mostReadersEach)
  readonly readersEach?: number | null;
}

@ObjectType('ProposedAssignment', { description: 'One reader proposed for one candidacy (proposition).', simpleResolvers: true })
export class ProposedAssignmentType {
  @Field(() => CandidacyType, { description: 'For which.' })
  readonly candidacy!: CandidacyType;

  @Field(() => PersonType, { nullable: true, description: 'Who. Null when nobody is found.' })
  readonly reader!: PersonType | null;

  @Field(() => NobodyBecauseEnum, { nullable: true, description: 'Why nobody is. Null when somebody is.' })
  readonly because!: NobodyBecause | null;
}
