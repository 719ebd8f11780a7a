import { Field, ObjectType } from 'type-graphql';
import { connectionOf } from '../connection/connection.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SchoolType } from '../school/school.type.ts';
import { BrokenDossierType } from './broken-dossier.type.ts';

@ObjectType('BreakGlass', {
  implements: NodeType,
  description: 'One dossier that an administrator of the consortium reads for thirty minutes, and what for (bris de glace).',
  simpleResolvers: true,
})
export class BreakGlassType {
  readonly id!: string;

  @Field(() => SchoolType, { description: 'As which school received it.' })
  readonly school!: SchoolType;

  @Field(() => String, { description: 'Of the dossier, as it was named (référence).' })
  readonly reference!: string;

  @Field(() => String, { description: 'What it is read for; the school reads this too (motif).' })
  readonly reason!: string;

  @Field(() => DateTime, { description: 'Since when.' })
  readonly at!: Temporal.Instant;

  @Field(() => DateTime, { description: 'Until when at the latest, thirty minutes after it began.' })
  readonly endsAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it ended. Null until then.' })
  readonly endedAt!: Temporal.Instant | null;

  @Field(() => BrokenDossierType, { nullable: true, description: 'The dossier; each reading is traced. Null once it has ended.' })
  readonly dossier!: BrokenDossierType | null;
}

export const BreakGlassConnection = connectionOf(BreakGlassType, 'BreakGlass');
