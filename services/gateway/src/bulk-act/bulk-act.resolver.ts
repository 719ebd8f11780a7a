import { type PlannedAct, previewBulkAct } from '@guichet/admissions/bulk-act/preview-bulk-act';
import type { BulkActRow, BulkOutcomeRow } from '@guichet/database/bulk-act/bulk-act.read';
import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { decodeId } from '../connection/node-id.ts';
import { SchoolDeskType } from '../desk/school-desk.type.ts';
import { badUserInput } from '../errors/refused.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { BulkActType, BulkOutcomeType, BulkPreviewType } from './bulk-act.type.ts';
import { summaryOf } from './bulk-act-words.ts';
import { BulkPreviewInput } from './bulk-acts.type.ts';

@Resolver(() => SchoolDeskType)
export class BulkPreviewResolver {
  @FieldResolver(() => BulkPreviewType, { description: 'What an act would do to each candidacy, were it done now (aperçu).' })
  async bulkPreview(
    @Arg('input', () => BulkPreviewInput, { description: 'Which act, on which.' }) input: BulkPreviewInput,
    @Ctx() context: Context,
  ) {
    const outcomes = await previewBulkAct(await context.work(), planned(input));
    return { outcomes, summary: summaryOf(outcomes, context.locale) };
  }
}

@Resolver(() => BulkActType)
export class BulkActResolver {
  @FieldResolver({ description: 'It in a sentence, such as “12 dossiers, 1 already done” (résumé).' })
  summary(@Root() { outcomes }: BulkActRow, @Ctx() { locale }: Context): string {
    return summaryOf(outcomes, locale);
  }
}

@Resolver(() => BulkOutcomeType)
export class BulkOutcomeResolver {
  @FieldResolver({ description: 'Which. Null for an id that is none of this school’s.' })
  candidacy(@Root() { candidacyId }: BulkOutcomeRow, @Ctx() context: Context) {
    return candidacyId === null ? null : candidacyById(context).load(candidacyId);
  }
}

function planned({ kind, candidacyIds, readerIds, labelId }: BulkPreviewInput): PlannedAct {
  const ids = candidacyIds.map((id) => decodeId('Candidacy', id));
  if (kind === 'ASSIGN' || kind === 'UNASSIGN') {
    if (!readerIds) throw badUserInput('input.readerIds');
    return { kind, candidacyIds: ids, readerIds: readerIds.map((id) => requiredId('Person', id)) };
  }
  if (!labelId) throw badUserInput('input.labelId');
  return { kind, candidacyIds: ids, labelId: requiredId('Label', labelId) };
}
