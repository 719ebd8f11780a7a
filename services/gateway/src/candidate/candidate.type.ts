import { Field, ObjectType } from 'type-graphql';
import { ApplicationType } from '../application/application.type.ts';
import { ContactType, IdentityType } from '../dossier/identity.type.ts';
import { NodeType } from '../node/node.type.ts';

@ObjectType('Candidate', {
  implements: NodeType,
  description: 'One identity for every school and year (candidat).',
  simpleResolvers: true,
})
export class CandidateType {
  readonly id!: string;

  @Field(() => IdentityType, { nullable: true, description: 'Who they are. Null until first saved.' })
  readonly identity!: IdentityType | null;

  @Field(() => ContactType, { nullable: true, description: 'How they are reached. Null until first saved.' })
  readonly contact!: ContactType | null;

  @Field(() => ApplicationType, { nullable: true, description: 'The dossier of a campaign. Null without one.' })
  readonly application!: ApplicationType | null;
}
