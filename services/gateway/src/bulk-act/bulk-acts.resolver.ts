import { labelCandidacies, unlabelCandidacies } from '@guichet/admissions/bulk-act/label-candidacies';
import { undoBulkAct } from '@guichet/admissions/bulk-act/undo-bulk-act';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { decodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { bulkActDone } from './bulk-act.loaders.ts';
import {
  LabelCandidaciesInput,
  LabelCandidaciesPayload,
  UndoBulkActInput,
  UndoBulkActPayload,
  UnlabelCandidaciesInput,
  UnlabelCandidaciesPayload,
} from './bulk-acts.type.ts';

@Resolver()
export class BulkActsResolver {
  @Mutation(() => LabelCandidaciesPayload, { description: 'Puts a label on several candidacies (étiqueter en nombre).' })
  async labelCandidacies(
    @Arg('input', () => LabelCandidaciesInput, { description: 'Which on which.' }) input: LabelCandidaciesInput,
    @Ctx() context: Context,
  ) {
    const outcome = await labelCandidacies(await context.work(), named(input));
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }

  @Mutation(() => UnlabelCandidaciesPayload, {
    description: 'Takes a label off several candidacies (retirer une étiquette en nombre).',
  })
  async unlabelCandidacies(
    @Arg('input', () => UnlabelCandidaciesInput, { description: 'Which off which.' }) input: UnlabelCandidaciesInput,
    @Ctx() context: Context,
  ) {
    const outcome = await unlabelCandidacies(await context.work(), named(input));
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }

  @Mutation(() => UndoBulkActPayload, {
    description: 'Takes an act of one’s own back within ten minutes; what changed since stays and is told (annuler).',
  })
  async undoBulkAct(
    @Arg('input', () => UndoBulkActInput, { description: 'Which.' }) { bulkActId, idempotencyKey }: UndoBulkActInput,
    @Ctx() context: Context,
  ) {
    const outcome = await undoBulkAct(await context.work(), { bulkActId: requiredId('BulkAct', bulkActId), idempotencyKey });
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }
}

const named = ({ candidacyIds, labelId, idempotencyKey }: LabelCandidaciesInput) => ({
  candidacyIds: candidacyIds.map((id) => decodeId('Candidacy', id)),
  labelId: requiredId('Label', labelId),
  idempotencyKey,
});
