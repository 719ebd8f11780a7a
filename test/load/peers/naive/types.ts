import { Field, ID, Int, ObjectType } from 'type-graphql';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean;
  @Field(() => String, { nullable: true }) endCursor!: string | null;
}

@ObjectType()
export class Specialism {
  @Field(() => String) name!: string;
}

@ObjectType()
export class Label {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
}

@ObjectType()
export class Note {
  @Field(() => ID) id!: string;
}

@ObjectType()
export class Candidacy {
  @Field(() => ID) id!: string;
  @Field(() => String) state!: string;
  @Field(() => String) receivedAt!: Temporal.Instant;
  @Field(() => Boolean) isUnopened!: boolean;
  @Field(() => String, { nullable: true }) openedAt!: string | null;
  @Field(() => String) lastName!: string;
  @Field(() => String) firstNames!: string;
  @Field(() => [Specialism]) specialisms!: Specialism[];
  @Field(() => [Label]) labels!: Label[];
  @Field(() => [Note]) notes!: Note[];
}

@ObjectType()
export class CandidacyEdge {
  @Field(() => String) cursor!: string;
  @Field(() => Candidacy) node!: Candidacy;
}

@ObjectType()
export class CandidacyConnection {
  @Field(() => [CandidacyEdge]) edges!: CandidacyEdge[];
  @Field(() => PageInfo) pageInfo!: PageInfo;
}

@ObjectType()
export class School {
  @Field(() => String) name!: string;
}

@ObjectType()
export class Choice {
  @Field(() => String) state!: string;
  @Field(() => School) school!: School;
}

@ObjectType()
export class Study {
  @Field(() => String) institutionName!: string;
  @Field(() => String) level!: string;
  @Field(() => String) diploma!: string;
}

@ObjectType()
export class Application {
  @Field(() => ID) id!: string;
  @Field(() => String) state!: string;
  @Field(() => Int, { nullable: true }) version!: number | null;
  @Field(() => String, { nullable: true }) lastName!: string | null;
  @Field(() => String, { nullable: true }) firstNames!: string | null;
  @Field(() => [Choice]) choices!: Choice[];
  @Field(() => [Study]) studies!: Study[];
}

@ObjectType()
export class UserError {
  @Field(() => String) code!: string;
}

@ObjectType()
export class Submitted {
  @Field(() => Application, { nullable: true }) application!: Application | null;
  @Field(() => [UserError]) userErrors!: UserError[];
}
