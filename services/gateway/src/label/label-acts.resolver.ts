import { changeLabel } from '@guichet/admissions/label/change-label';
import { createLabel } from '@guichet/admissions/label/create-label';
import { deleteLabel } from '@guichet/admissions/label/delete-label';
import { labelCandidacy } from '@guichet/admissions/label/label-candidacy';
import { unlabelCandidacy } from '@guichet/admissions/label/unlabel-candidacy';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { candidacyById } from '../candidacy/candidacy.loaders.ts';
import { encodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { labelById } from './label.loaders.ts';
import {
  ChangeLabelInput,
  ChangeLabelPayload,
  CreateLabelInput,
  CreateLabelPayload,
  DeleteLabelInput,
  DeleteLabelPayload,
  LabelCandidacyInput,
  LabelCandidacyPayload,
  UnlabelCandidacyInput,
  UnlabelCandidacyPayload,
} from './label-acts.type.ts';

type Ids = Readonly<Record<string, string>>;

@Resolver()
export class LabelActsResolver {
  @Mutation(() => CreateLabelPayload, { description: 'Adds a label to the acting school’s list (créer une étiquette).' })
  async createLabel(
    @Arg('input', () => CreateLabelInput, { description: 'The label.' }) input: CreateLabelInput,
    @Ctx() context: Context,
  ) {
    const outcome = await createLabel(await context.work(), input);
    const { changed, userErrors } = await payloadOf(outcome, context, ({ labelId = '' }: Ids) =>
      labelById(context).load(labelId),
    );
    return { label: changed, userErrors };
  }

  @Mutation(() => ChangeLabelPayload, { description: 'Gives a label another name or colour (renommer une étiquette).' })
  async changeLabel(
    @Arg('input', () => ChangeLabelInput, { description: 'What is to change.' }) input: ChangeLabelInput,
    @Ctx() context: Context,
  ) {
    const { name, colour, ...given } = { ...input, labelId: requiredId('Label', input.labelId) };
    const change = { ...given, name: name ?? undefined, colour: colour ?? undefined };
    const outcome = await changeLabel(await context.work(), change);
    const { changed, userErrors } = await payloadOf(outcome, context, ({ labelId = '' }: Ids) =>
      labelById(context).load(labelId),
    );
    return { label: changed, userErrors };
  }

  @Mutation(() => DeleteLabelPayload, {
    description: 'Takes a label off the list, and off every candidacy that bears it (supprimer une étiquette).',
  })
  async deleteLabel(
    @Arg('input', () => DeleteLabelInput, { description: 'Which.' }) input: DeleteLabelInput,
    @Ctx() context: Context,
  ) {
    const outcome = await deleteLabel(await context.work(), { ...input, labelId: requiredId('Label', input.labelId) });
    const { changed, userErrors } = await payloadOf(outcome, context, gone);
    return { deletedLabelId: changed, userErrors };
  }

  @Mutation(() => LabelCandidacyPayload, { description: 'Puts labels of the school on one candidacy (étiqueter).' })
  async labelCandidacy(
    @Arg('input', () => LabelCandidacyInput, { description: 'Which on which.' }) input: LabelCandidacyInput,
    @Ctx() context: Context,
  ) {
    const outcome = await labelCandidacy(await context.work(), named(input));
    return payloadOf(outcome, context, candidacyOf(context)).then(({ changed, userErrors }) => ({
      candidacy: changed,
      userErrors,
    }));
  }

  @Mutation(() => UnlabelCandidacyPayload, { description: 'Takes labels off one candidacy (retirer une étiquette).' })
  async unlabelCandidacy(
    @Arg('input', () => UnlabelCandidacyInput, { description: 'Which off which.' }) input: UnlabelCandidacyInput,
    @Ctx() context: Context,
  ) {
    const outcome = await unlabelCandidacy(await context.work(), named(input));
    return payloadOf(outcome, context, candidacyOf(context)).then(({ changed, userErrors }) => ({
      candidacy: changed,
      userErrors,
    }));
  }
}

const gone = async ({ labelId = '' }: Ids) => encodeId('Label', labelId);

const candidacyOf =
  (context: Context) =>
  ({ candidacyId = '' }: Ids) =>
    candidacyById(context).load(candidacyId);

const named = ({ candidacyId, labelIds, idempotencyKey }: LabelCandidacyInput) => ({
  candidacyId: requiredId('Candidacy', candidacyId),
  labelIds: labelIds.map((id) => requiredId('Label', id)),
  idempotencyKey,
});
