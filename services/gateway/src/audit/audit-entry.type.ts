import { Field, ID, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { ApiKeyType } from '../key/api-key.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';

@ObjectType('AuditEntry', {
  implements: NodeType,
  description: 'One write, or one reading of a confidential class (trace).',
  simpleResolvers: true,
})
export class AuditEntryType {
  readonly id!: string;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Temporal.Instant;

  @Field(() => PersonType, {
    nullable: true,
    description: 'Who acted. Null for the platform, and when the candidate or a system of the school acted.',
  })
  readonly actor!: PersonType | null;

  @Field(() => ApiKeyType, {
    nullable: true,
    description: 'The key by which a system of the school acted (clé). Null when anybody else did.',
  })
  readonly key!: ApiKeyType | null;

  @Field(() => String, { description: 'What was done, such as `CANDIDACY_OPENED`; accept unknown values.' })
  readonly action!: string;

  @Field(() => ID, { description: 'Id of the object it was done to.' })
  readonly objectId!: string;

  @Field(() => String, { nullable: true, description: 'What a confidential class was read for. Null for ordinary writes.' })
  readonly purpose!: string | null;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, 'AuditEntry');
