import { Field, ObjectType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { PersonType } from './person.type.ts';

@ObjectType('Administrator', {
  implements: NodeType,
  description: 'The right to administer the consortium, as somebody holds it (administration du consortium).',
  simpleResolvers: true,
})
export class AdministratorType {
  readonly id!: string;

  @Field(() => PersonType, { description: 'Who.' })
  readonly person!: PersonType;
}

@ObjectType('RemoveAdministratorPayload', { description: 'What the act answers.', simpleResolvers: true })
export class RemoveAdministratorPayload {
  @Field(() => AdministratorType, { nullable: true, description: 'Whose right ended. Null when refused.' })
  readonly administrator!: AdministratorType | null;

  @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
  readonly userErrors!: readonly UserErrorType[];
}
