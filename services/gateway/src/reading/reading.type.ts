import { Field, ObjectType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { DossierType } from '../dossier/dossier.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { SpecialismType } from '../specialism/specialism.type.ts';

@ObjectType('Reading', {
  implements: NodeType,
  description: 'One dossier to read: no state, no mark, no rank (lecture).',
  simpleResolvers: true,
})
export class ReadingType {
  readonly id!: string;

  @Field(() => CandidacyType, { description: 'What to name when opening it.' })
  readonly candidacy!: CandidacyType;

  @Field(() => DossierType, { description: 'The dossier; its content answers once it is opened.' })
  readonly dossier!: DossierType;

  @Field(() => [SpecialismType], { description: 'Asked for, in the candidate’s order within this school (spécialités).' })
  readonly specialisms!: readonly SpecialismType[];

  @Field(() => DateTime, { description: 'When it was assigned (affectée le).' })
  readonly assignedAt!: Temporal.Instant;

  @Field(() => Boolean, { description: 'Whether this reading is anonymous (lecture anonyme).' })
  readonly isMasked!: boolean;
}

@ObjectType('ReadingDesk', { description: 'A reader’s own side (lectures).', simpleResolvers: true })
export class ReadingDeskType {
  readonly isReadingDesk!: boolean;
}
