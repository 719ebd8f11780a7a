import { Field, ObjectType } from 'type-graphql';
import { ApplicationType } from '../application/application.type.ts';
import type { Connection } from '../connection/connection.type.ts';
import { ContactType, IdentityType } from '../dossier/identity.type.ts';
import { NodeType } from '../node/node.type.ts';
import { AccessLogConnection, type AccessLogType } from './access-log.type.ts';

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

  @Field(() => AccessLogConnection, {
    description: 'Who read my file, newest first: school, function, instant; never a name (journal des accès).',
  })
  readonly accessLog!: Connection<AccessLogType>;
}
