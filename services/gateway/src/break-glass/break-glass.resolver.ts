import { breakGlass } from '@guichet/admissions/break-glass/break-glass';
import { endBreakGlass } from '@guichet/admissions/break-glass/end-break-glass';
import { type BreakGlassRow, readBreakGlasses } from '@guichet/database/break-glass/break-glass.read';
import type { BrokenDossierRow } from '@guichet/database/break-glass/broken-dossier.read';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { ForwardPageArguments } from '../connection/forward-page-arguments.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { pageWindow } from '../connection/page-arguments.ts';
import { ConsortiumDeskType } from '../consortium/consortium-desk.type.ts';
import { AnswerType, answersAsked } from '../dossier/answers.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { schoolById } from '../school/school.loaders.ts';
import { payloadOf } from '../user-error/payload.ts';
import { breakGlassById, brokenDossierOf } from './break-glass.loaders.ts';
import { BreakGlassConnection, BreakGlassType } from './break-glass.type.ts';
import { BreakGlassInput, BreakGlassPayload, EndBreakGlassInput, EndBreakGlassPayload } from './break-glass-acts.type.ts';
import { BrokenDossierType } from './broken-dossier.type.ts';

@Resolver(() => BreakGlassType)
export class BreakGlassResolver {
  @FieldResolver({ description: 'As which school received it.' })
  school(@Root() { schoolId }: BreakGlassRow, @Ctx() context: Context) {
    return schoolById(context).load(schoolId);
  }

  @FieldResolver(() => BrokenDossierType, {
    nullable: true,
    description: 'The dossier; each reading is traced. Null once it has ended.',
  })
  dossier(@Root() { id }: BreakGlassRow, @Ctx() context: Context) {
    return brokenDossierOf(context).load(id);
  }

  @Mutation(() => BreakGlassPayload, {
    description:
      'Reads one dossier as one school received it, for thirty minutes; the school and the candidate are told at once (bris de glace).',
  })
  async breakGlass(
    @Arg('input', () => BreakGlassInput, { description: 'Which, and what for.' }) input: BreakGlassInput,
    @Ctx() context: Context,
  ) {
    const schoolId = requiredId('School', input.schoolId);
    const outcome = await breakGlass(await context.work(), { ...input, schoolId });
    return answered(await payloadOf(outcome, context, readFor(context)));
  }

  @Mutation(() => EndBreakGlassPayload, { description: 'Ends one’s own break-glass before its time (refermer).' })
  async endBreakGlass(
    @Arg('input', () => EndBreakGlassInput, { description: 'Which.' }) { breakGlassId, idempotencyKey }: EndBreakGlassInput,
    @Ctx() context: Context,
  ) {
    const input = { breakGlassId: requiredId('BreakGlass', breakGlassId), idempotencyKey };
    return answered(await payloadOf(await endBreakGlass(await context.work(), input), context, readFor(context)));
  }
}

const readFor =
  (context: Context) =>
  ({ breakGlassId = '' }: Readonly<Record<string, string>>) =>
    breakGlassById(context).load(breakGlassId);

const answered = ({ changed, userErrors }: { changed: BreakGlassRow | null; userErrors: readonly unknown[] }) => ({
  breakGlass: changed,
  userErrors,
});

@Resolver(() => BrokenDossierType)
export class BrokenDossierResolver {
  @FieldResolver(() => [AnswerType], { description: 'Answers (motivation).' })
  answers(@Root() { answers }: BrokenDossierRow) {
    return answersAsked(answers);
  }
}

@Resolver(() => ConsortiumDeskType)
export class OwnBreakGlassesResolver {
  @FieldResolver(() => BreakGlassConnection, { description: 'One’s own break-glasses, newest first (bris de glace).' })
  async breakGlasses(@Args(() => ForwardPageArguments) given: ForwardPageArguments, @Ctx() context: Context) {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'consortium.breakGlasses', order: 'AT_DESC', filter: null });
    const after = positionOf(page, digest, isInstantKey);
    const rows = await readBreakGlasses((await context.reading()).db, { after, limit: rowsToRead(page) });
    return connectionFrom(rows, { page, digest, positionOf: ({ key, id }) => ({ key, id }), nodeOf: (row) => row });
  }
}
