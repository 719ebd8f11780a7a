import { openCandidacy } from '@guichet/admissions/candidacy/open-candidacy';
import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import { Arg, Args, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { type AuditEntry, entryOf } from '../audit/audit-entry.loaders.ts';
import { AuditEntryConnection } from '../audit/audit-entry.type.ts';
import type { Connection } from '../connection/connection.type.ts';
import { digestOf, isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { PageArguments, pageWindow } from '../connection/page-arguments.ts';
import { requiredId } from '../node/required-id.ts';
import { noticeById } from '../notice/notice.loaders.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { candidacyById, historyOf, otherSchoolsOf } from './candidacy.loaders.ts';
import { CandidacyType, OtherSchoolsType, otherSchoolsMeaning } from './candidacy.type.ts';
import { OpenCandidacyInput, OpenCandidacyPayload } from './open-candidacy.type.ts';

@Resolver(() => CandidacyType)
export class CandidacyResolver {
  @FieldResolver({ description: 'The version of the school’s notice it is judged by: the one it was submitted under.' })
  notice(@Root() { noticeId }: CandidacyRow, @Ctx() context: Context) {
    return noticeById(context).load(noticeId);
  }

  @FieldResolver(() => OtherSchoolsType, { nullable: true, description: otherSchoolsMeaning })
  otherSchools(@Root() { id }: CandidacyRow, @Ctx() context: Context) {
    return otherSchoolsOf(context).load(id);
  }

  @FieldResolver(() => AuditEntryConnection, {
    description: 'What happened to it on this school’s side, oldest first (historique).',
  })
  async history(
    @Root() { id }: CandidacyRow,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<AuditEntry>> {
    const page = pageWindow(given);
    const digest = digestOf({ name: 'history', order: 'AT_ASC', filter: id });
    const beyond = positionOf(page, digest, isInstantKey);
    const stretch = { beyond, isBackward: page.isBackward, limit: rowsToRead(page) };
    const rows = await historyOf(context).load({ candidacyId: id, stretch });
    const nodeOf = (row: (typeof rows)[number]) => entryOf({ ...row, objectId: id });
    return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf });
  }

  @Mutation(() => OpenCandidacyPayload, { description: 'Records the opening, then answers the candidacy (ouvrir).' })
  async openCandidacy(
    @Arg('input', () => OpenCandidacyInput, { description: 'Which.' }) { candidacyId, idempotencyKey }: OpenCandidacyInput,
    @Ctx() context: Context,
  ) {
    const input = { candidacyId: requiredId('Candidacy', candidacyId), idempotencyKey };
    const outcome = await openCandidacy(await context.work(), input);
    const read = (ids: Readonly<Record<string, string>>) => candidacyById(context).load(ids.candidacyId ?? '');
    const { changed, userErrors } = await payloadOf(outcome, context, read);
    return { candidacy: changed, userErrors };
  }
}
