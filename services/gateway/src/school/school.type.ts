import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';

@ObjectType('AdmissionsContact', { description: 'Whom to ask at a school (contact).', simpleResolvers: true })
export class AdmissionsContactType {
  @Field(() => String, { description: 'Name of the service or the person.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'Telephone. Null when the school gives an address instead.' })
  readonly telephone!: string | null;

  @Field(() => String, { nullable: true, description: 'E-mail address. Null when the school gives a telephone instead.' })
  readonly email!: string | null;
}

@ObjectType('School', { implements: NodeType, description: 'A school of the consortium (école).', simpleResolvers: true })
export class SchoolType {
  readonly id!: string;

  @Field(() => String, { description: 'Short name in addresses.' })
  readonly slug!: string;

  @Field(() => String, { description: 'Full name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Name for narrow places.' })
  readonly shortName!: string;

  @Field(() => String, { description: 'City (ville).' })
  readonly city!: string;

  @Field(() => String, { description: 'Accent, already checked for contrast.' })
  readonly colour!: string;

  @Field(() => AdmissionsContactType, {
    nullable: true,
    description: 'Whom to ask at this school. Null until the school gave one.',
  })
  readonly contact!: AdmissionsContactType | null;

  @Field(() => Int, { description: 'Counts every saving of this page, for `expectedVersion`; read by who may save it.' })
  readonly version!: number;
}
