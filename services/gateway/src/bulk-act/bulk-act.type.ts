import {
  type BulkActKind,
  type BulkOutcome,
  bulkActKinds,
  bulkOutcomes,
  type UndoOutcome,
  undoOutcomes,
} from '@guichet/domain/bulk-act/bulk-act';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import { PersonType } from '../membership/person.type.ts';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';

export const BulkActKindEnum = enumOf(bulkActKinds);
registerEnumType(BulkActKindEnum, {
  name: 'BulkActKind',
  description: 'What is done to several candidacies at once (acte en nombre).',
  valuesConfig: {
    ASSIGN: { description: 'Given to readers (affectation).' },
    UNASSIGN: { description: 'Taken back from readers (retrait d’affectation).' },
    LABEL: { description: 'A label put on (étiquetage).' },
    UNLABEL: { description: 'A label taken off (retrait d’étiquette).' },
  },
});

export const BulkOutcomeKindEnum = enumOf(bulkOutcomes);
registerEnumType(BulkOutcomeKindEnum, {
  name: 'BulkOutcomeKind',
  description: 'What an act does to one candidacy.',
  valuesConfig: {
    DONE: { description: 'Done, or would be (fait).' },
    ALREADY: { description: 'So already: nothing to do (déjà traité).' },
    NOT_FOUND: { description: 'None of this school’s (introuvable).' },
    WITHDRAWN: { description: 'Withdrawn: nobody reads it any more (retiré).' },
    FULL: { description: 'Foreseen only: more than the reader takes, so that the whole act is refused (charge dépassée).' },
    NOT_A_READER: {
      description:
        'Foreseen only: to somebody who holds no function of reviewer, so that the whole act is refused (pas lecteur).',
    },
  },
});

export const BulkUndoKindEnum = enumOf(undoOutcomes);
registerEnumType(BulkUndoKindEnum, {
  name: 'BulkUndoKind',
  description: 'What taking an act back does to one candidacy.',
  valuesConfig: {
    UNDONE: { description: 'As it was before (annulé).' },
    CHANGED_SINCE: { description: 'Left as somebody made it since, its reader who opened it included (modifié depuis).' },
  },
});

@ObjectType('BulkOutcome', {
  description: 'What an act does to one candidacy, for one reader where it is about readers.',
  simpleResolvers: true,
})
export class BulkOutcomeType {
  @Field(() => Int, { description: 'Place of its id in the list given, from 0.' })
  readonly place!: number;

  @Field(() => CandidacyType, { nullable: true, description: 'Which. Null for an id that is none of this school’s.' })
  readonly candidacy!: CandidacyType | null;

  @Field(() => PersonType, { nullable: true, description: 'Which reader. Null for a label.' })
  readonly reader!: PersonType | null;

  @Field(() => BulkOutcomeKindEnum, { description: 'What it does.' })
  readonly outcome!: BulkOutcome;

  @Field(() => BulkUndoKindEnum, {
    nullable: true,
    description: 'What taking it back did. Null until it is taken back, and where nothing was done.',
  })
  readonly undoOutcome!: UndoOutcome | null;
}

@ObjectType('BulkAct', {
  implements: NodeType,
  description: 'One’s own act on several candidacies at once (acte en nombre).',
  simpleResolvers: true,
})
export class BulkActType {
  readonly id!: string;

  @Field(() => BulkActKindEnum, { description: 'What was done.' })
  readonly kind!: BulkActKind;

  @Field(() => DateTime, { description: 'When.' })
  readonly at!: Temporal.Instant;

  @Field(() => [BulkOutcomeType], { description: 'What it did to each, in the order given.' })
  readonly outcomes!: readonly BulkOutcomeType[];

  @Field(() => String, { description: 'It in a sentence, such as “12 dossiers, 1 already done” (résumé).' })
  readonly summary!: string;

  @Field(() => DateTime, { description: 'Until when its author may take it back, that instant included.' })
  readonly undoableUntil!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken back (annulé). Null unless it was.' })
  readonly undoneAt!: Temporal.Instant | null;
}

@ObjectType('BulkPreview', { description: 'What an act would do, were it done now (aperçu).', simpleResolvers: true })
export class BulkPreviewType {
  @Field(() => [BulkOutcomeType], { description: 'What it would do to each, in the order given.' })
  readonly outcomes!: readonly BulkOutcomeType[];

  @Field(() => String, { description: 'It in a sentence, such as “12 dossiers, 1 already done” (résumé).' })
  readonly summary!: string;
}
