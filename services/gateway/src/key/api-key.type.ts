import { type ApiScope, apiScopes } from '@guichet/domain/key/api-scope';
import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { NodeType } from '../node/node.type.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';

export const ApiScopeEnum = enumOf(apiScopes);
registerEnumType(ApiScopeEnum, {
  name: 'ApiScope',
  description: 'What a key may do, per noun and verb; none carries another, and none what needs a human (portée d’une clé).',
  valuesConfig: {
    CANDIDACIES_READ: { description: 'Reads the queue and what the school received; content only of what the key opened.' },
    CANDIDACIES_WRITE: { description: 'Opens dossiers; the candidate reads that a system of the school did (ouvrir).' },
    NOTES_READ: { description: 'Reads internal notes (notes).' },
    NOTES_WRITE: { description: 'Writes internal notes (notes).' },
    LABELS_READ: { description: 'Reads the school’s labels (étiquettes).' },
    LABELS_WRITE: { description: 'Puts labels on candidacies and takes them off (étiquettes).' },
    VIEWS_READ: { description: 'Reads the views the school saved for its team (vues).' },
    EXPORTS_READ: { description: 'Follows the exports the key asked for (exports).' },
    EXPORTS_WRITE: { description: 'Asks for exports; each opens what it holds (exports).' },
    TOTALS_READ: { description: 'Reads counts of the queue (totaux).' },
  },
});

@ObjectType('ApiKey', {
  implements: NodeType,
  description: 'A key of a school’s own systems, sent as `Authorization: Bearer` (clé d’API). Its words are shown once.',
  simpleResolvers: true,
})
export class ApiKeyType {
  readonly id!: string;

  @Field(() => String, { description: 'What the school calls it.' })
  readonly name!: string;

  @Field(() => String, {
    description: 'How its present words begin, for telling keys apart: `gch_live_` or `gch_test_` and eight characters.',
  })
  readonly prefix!: string;

  @Field(() => [ApiScopeEnum], { description: 'What it may do; at least one.' })
  readonly scopes!: readonly ApiScope[];

  @Field(() => DateTime, { description: 'When it was made.' })
  readonly createdAt!: Temporal.Instant;

  @Field(() => DateTime, { description: 'When it ends by itself, a year after it was made at most.' })
  readonly expiresAt!: Temporal.Instant;

  @Field(() => DateTime, { nullable: true, description: 'When it was revoked. Null while it was not.' })
  readonly revokedAt!: Temporal.Instant | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was last used, to the minute. Null when never used.' })
  readonly lastUsedAt!: Temporal.Instant | null;

  @Field(() => DateTime, {
    nullable: true,
    description: 'Until when the words before the last rotation answer too. Null when never rotated.',
  })
  readonly overlapEndsAt!: Temporal.Instant | null;

  @Field(() => Int, { description: 'Raised by each rotation and by the revocation.' })
  readonly version!: number;
}
