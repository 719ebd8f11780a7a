import { assignAsProposed } from '@guichet/admissions/assignment/assign-as-proposed';
import { assignReaders } from '@guichet/admissions/assignment/assign-readers';
import { setReaderProfile } from '@guichet/admissions/assignment/set-reader-profile';
import { unassignReaders } from '@guichet/admissions/assignment/unassign-readers';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { bulkActDone } from '../bulk-act/bulk-act.loaders.ts';
import { decodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import {
  AssignAsProposedInput,
  AssignAsProposedPayload,
  AssignReadersInput,
  AssignReadersPayload,
  SetReaderProfileInput,
  SetReaderProfilePayload,
  UnassignReadersInput,
  UnassignReadersPayload,
} from './assignment-acts.type.ts';
import { readerProfile } from './reader.loaders.ts';

@Resolver()
export class AssignmentActsResolver {
  @Mutation(() => SetReaderProfilePayload, {
    description: 'Sets what a reader reads and how much they take (profil de lecture).',
  })
  async setReaderProfile(
    @Arg('input', () => SetReaderProfileInput, { description: 'What they read.' }) input: SetReaderProfileInput,
    @Ctx() context: Context,
  ) {
    const outcome = await setReaderProfile(await context.work(), profileIn(input));
    const { changed, userErrors } = await payloadOf(outcome, context, (ids) => readerProfile(context, ids.readerId ?? ''));
    return { readerProfile: changed, userErrors };
  }

  @Mutation(() => AssignReadersPayload, {
    description: 'Gives candidacies to readers by hand, each to each; all of it or nothing (affecter).',
  })
  async assignReaders(
    @Arg('input', () => AssignReadersInput, { description: 'Which to whom.' }) input: AssignReadersInput,
    @Ctx() context: Context,
  ) {
    const outcome = await assignReaders(await context.work(), { ...named(input), isMasked: input.isMasked ?? false });
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }

  @Mutation(() => AssignAsProposedPayload, {
    description: 'Carries a proposal out, as made or as changed; all of it or nothing (affecter comme proposé).',
  })
  async assignAsProposed(
    @Arg('input', () => AssignAsProposedInput, { description: 'Which to whom.' }) input: AssignAsProposedInput,
    @Ctx() context: Context,
  ) {
    const { assignments, isMasked, idempotencyKey } = input;
    const outcome = await assignAsProposed(await context.work(), {
      assignments: assignments.map(paired),
      isMasked: isMasked ?? false,
      idempotencyKey,
    });
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }

  @Mutation(() => UnassignReadersPayload, {
    description: 'Takes candidacies back from readers, who read them no more from then on (retirer une affectation).',
  })
  async unassignReaders(
    @Arg('input', () => UnassignReadersInput, { description: 'Which from whom.' }) input: UnassignReadersInput,
    @Ctx() context: Context,
  ) {
    const outcome = await unassignReaders(await context.work(), named(input));
    const { changed, userErrors } = await payloadOf(outcome, context, bulkActDone(context));
    return { bulkAct: changed, userErrors };
  }
}

const profileIn = ({ readerId, specialismIds, largestLoad, ...given }: SetReaderProfileInput) => ({
  ...given,
  readerId: requiredId('Person', readerId),
  specialismIds: specialismIds.map((id) => requiredId('Specialism', id)),
  largestLoad: largestLoad ?? null,
});

/** A candidacy that is none of ours is told in its place; a reader who is none refuses the whole. */
const named = ({ candidacyIds, readerIds, idempotencyKey }: UnassignReadersInput) => ({
  candidacyIds: candidacyIds.map((id) => decodeId('Candidacy', id)),
  readerIds: readerIds.map((id) => requiredId('Person', id)),
  idempotencyKey,
});

const paired = ({ candidacyId, readerId }: AssignAsProposedInput['assignments'][number]) => ({
  candidacyId: decodeId('Candidacy', candidacyId),
  readerId: requiredId('Person', readerId),
});
