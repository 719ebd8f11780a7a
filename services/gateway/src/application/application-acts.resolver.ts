import { createApplication } from '@guichet/admissions/application/create-application';
import { recallApplication } from '@guichet/admissions/application/recall-application';
import { submitApplication } from '@guichet/admissions/application/submit-application';
import { withdrawChoices } from '@guichet/admissions/application/withdraw-choices';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import {
  CreateApplicationInput,
  RecallApplicationInput,
  SubmitApplicationInput,
  WithdrawChoicesInput,
} from './act-inputs.type.ts';
import { ApplicationType } from './application.type.ts';
import { answered, applicationPayload } from './application-payload.type.ts';
import { givenAct, idOrNobody } from './given-act.ts';

const CreateApplicationPayload = applicationPayload('CreateApplication');
const SubmitApplicationPayload = applicationPayload('SubmitApplication');
const RecallApplicationPayload = applicationPayload('RecallApplication');
const WithdrawChoicesPayload = applicationPayload('WithdrawChoices');

@Resolver(() => ApplicationType)
export class ApplicationActsResolver {
  @Mutation(() => CreateApplicationPayload, { description: 'Begins the one dossier of a campaign (créer).' })
  async createApplication(
    @Arg('input', () => CreateApplicationInput, { description: 'Where.' }) input: CreateApplicationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const campaignId = requiredId('Campaign', input.campaignId);
    return answered(context, createApplication(await context.work(), { ...input, campaignId }), info);
  }

  @Mutation(() => SubmitApplicationPayload, { description: 'Submits: one transaction, one candidacy per school (déposer).' })
  async submitApplication(
    @Arg('input', () => SubmitApplicationInput, { description: 'What is attested.' }) input: SubmitApplicationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, submitApplication(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => RecallApplicationPayload, {
    description: 'Opens a revision until the deadline; the submitted copy stands (reprendre).',
  })
  async recallApplication(
    @Arg('input', () => RecallApplicationInput, { description: 'What to recall.' }) input: RecallApplicationInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    return answered(context, recallApplication(await context.work(), givenAct(input)), info);
  }

  @Mutation(() => WithdrawChoicesPayload, {
    description: 'Withdraws from one school, several or all, at any time (se désister).',
  })
  async withdrawChoices(
    @Arg('input', () => WithdrawChoicesInput, { description: 'From which, and why.' }) input: WithdrawChoicesInput,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ) {
    const schoolIds = input.schoolIds.map((id) => idOrNobody('School', id));
    return answered(context, withdrawChoices(await context.work(), { ...givenAct(input), schoolIds }), info);
  }
}
