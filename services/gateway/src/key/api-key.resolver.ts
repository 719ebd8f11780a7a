import { createApiKey, type CreateApiKeyInput as Wanted } from '@guichet/admissions/key/create-api-key';
import { revokeApiKey } from '@guichet/admissions/key/revoke-api-key';
import { rotateApiKey } from '@guichet/admissions/key/rotate-api-key';
import { Arg, Ctx, FieldResolver, Mutation, Resolver } from 'type-graphql';
import { SchoolDeskType } from '../desk/school-desk.type.ts';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { apiKeyById, keysInSight } from './api-key.loaders.ts';
import { ApiKeyType } from './api-key.type.ts';
import {
  CreateApiKeyInput,
  CreateApiKeyPayload,
  RevokeApiKeyInput,
  RevokeApiKeyPayload,
  RotateApiKeyInput,
  RotateApiKeyPayload,
} from './api-key-acts.type.ts';

@Resolver(() => SchoolDeskType)
export class ApiKeyResolver {
  @FieldResolver(() => [ApiKeyType], {
    description: 'Keys of the school’s own systems that stand or ended within a year, newest first (clés d’API).',
  })
  apiKeys(@Ctx() context: Context) {
    return keysInSight(context);
  }

  @Mutation(() => CreateApiKeyPayload, { description: 'Makes a key for the school’s own systems (créer une clé d’API).' })
  async createApiKey(
    @Arg('input', () => CreateApiKeyInput, { description: 'What it may do.' }) input: CreateApiKeyInput,
    @Ctx() context: Context,
  ) {
    const wanted: Wanted = { ...input, expiresAt: input.expiresAt ?? null };
    const { outcome, secret } = await createApiKey(await context.work(), wanted, context.keyKind);
    const { changed, userErrors } = await payloadOf(outcome, context, changedKey(context));
    return { apiKey: changed, secret, userErrors };
  }

  @Mutation(() => RotateApiKeyPayload, {
    description: 'Gives a key new words; the old ones answer for 24 hours more (renouveler une clé).',
  })
  async rotateApiKey(
    @Arg('input', () => RotateApiKeyInput, { description: 'Which.' }) input: RotateApiKeyInput,
    @Ctx() context: Context,
  ) {
    const given = { ...input, apiKeyId: requiredId('ApiKey', input.apiKeyId), expiresAt: input.expiresAt ?? null };
    const { outcome, secret } = await rotateApiKey(await context.work(), given, context.keyKind);
    const { changed, userErrors } = await payloadOf(outcome, context, changedKey(context));
    return { apiKey: changed, secret, userErrors };
  }

  @Mutation(() => RevokeApiKeyPayload, { description: 'Ends a key for good, from its next request on (révoquer une clé).' })
  async revokeApiKey(
    @Arg('input', () => RevokeApiKeyInput, { description: 'Which.' }) input: RevokeApiKeyInput,
    @Ctx() context: Context,
  ) {
    const given = { ...input, apiKeyId: requiredId('ApiKey', input.apiKeyId) };
    const outcome = await revokeApiKey(await context.work(), given);
    const { changed, userErrors } = await payloadOf(outcome, context, changedKey(context));
    return { apiKey: changed, userErrors };
  }
}

const changedKey = (context: Context) => (ids: Readonly<Record<string, string>>) => apiKeyById(context).load(ids.apiKeyId ?? '');
