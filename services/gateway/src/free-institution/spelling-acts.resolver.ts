import { addInstitution } from '@guichet/admissions/institution/add-institution';
import { dismissFreeInstitution } from '@guichet/admissions/institution/dismiss-free-institution';
import { mergeFreeInstitution } from '@guichet/admissions/institution/merge-free-institution';
import type { Outcome } from '@guichet/admissions/once';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { bilingual } from '../text/bilingual-text.input.ts';
import { payloadOf } from '../user-error/payload.ts';
import type { UserErrorCode } from '../user-error/user-error.type.ts';
import { freeInstitutionById } from './free-institution.loaders.ts';
import {
  AddInstitutionInput,
  DismissFreeInstitutionInput,
  MergeFreeInstitutionInput,
  type SpellingActInput,
  spellingPayload,
} from './spelling-acts.type.ts';

const MergeFreeInstitutionPayload = spellingPayload('MergeFreeInstitution');
const DismissFreeInstitutionPayload = spellingPayload('DismissFreeInstitution');
const AddInstitutionPayload = spellingPayload('AddInstitution');

const spellingIn = ({ freeInstitutionId, expectedInstitutionId, idempotencyKey }: SpellingActInput) => ({
  freeInstitutionId: requiredId('FreeInstitution', freeInstitutionId),
  expectedInstitutionId: expectedInstitutionId == null ? null : requiredId('Institution', expectedInstitutionId),
  idempotencyKey,
});

/** The spelling as the act left it, or every objection in words. */
async function answered<R extends { readonly reason: UserErrorCode }>(context: Context, acting: Promise<Outcome<R>>) {
  const read = ({ freeInstitutionId = '' }) => freeInstitutionById(context).load(freeInstitutionId);
  const { changed, userErrors } = await payloadOf(await acting, context, read);
  return { freeInstitution: changed, userErrors };
}

@Resolver()
export class SpellingActsResolver {
  @Mutation(() => MergeFreeInstitutionPayload, {
    description:
      'Says that a spelling is a listed institution, for every dossier that bears it, past and to come; no dossier changes (rattacher).',
  })
  async mergeFreeInstitution(
    @Arg('input', () => MergeFreeInstitutionInput, { description: 'Which, with which.' }) input: MergeFreeInstitutionInput,
    @Ctx() context: Context,
  ) {
    const act = { ...spellingIn(input), institutionId: requiredId('Institution', input.institutionId) };
    return answered(context, mergeFreeInstitution(await context.work(), act));
  }

  @Mutation(() => DismissFreeInstitutionPayload, {
    description: 'Sets a spelling aside: nothing of the list answers to it (écarter).',
  })
  async dismissFreeInstitution(
    @Arg('input', () => DismissFreeInstitutionInput, { description: 'Which.' }) input: DismissFreeInstitutionInput,
    @Ctx() context: Context,
  ) {
    return answered(context, dismissFreeInstitution(await context.work(), spellingIn(input)));
  }

  @Mutation(() => AddInstitutionPayload, {
    description:
      'Adds an institution to the list everybody chooses from, and merges the spelling with it (ajouter un établissement).',
  })
  async addInstitution(
    @Arg('input', () => AddInstitutionInput, { description: 'The spelling, and the institution.' }) input: AddInstitutionInput,
    @Ctx() context: Context,
  ) {
    const { acronym = null, city, country } = input;
    const act = { ...spellingIn(input), name: bilingual(input.name), acronym, city, country };
    return answered(context, addInstitution(await context.work(), act));
  }
}
