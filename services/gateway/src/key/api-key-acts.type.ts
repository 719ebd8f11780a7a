import type { ApiScope } from '@guichet/domain/key/api-scope';
import { ArrayMaxSize, IsOptional, MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { DateTime } from '../scalars/date-time.ts';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { ApiKeyType, ApiScopeEnum } from './api-key.type.ts';

const shownOnce =
  'The key itself, shown this once: keep it where secrets are kept. Null when refused, and when a repeated call is answered again: then rotate it.';

@InputType({ description: 'A new key for the school’s own systems.' })
export class CreateApiKeyInput extends ActInput {
  @Field(() => String, { description: 'What it is called; at most 80 characters.' })
  @MaxLength(500)
  readonly name!: string;

  @Field(() => [ApiScopeEnum], { description: 'What it may do; at least one.' })
  @ArrayMaxSize(100)
  readonly scopes!: ApiScope[];

  @Field(() => DateTime, { nullable: true, description: 'When it ends, within a year. Null: after 90 days.' })
  @IsOptional()
  readonly expiresAt?: Temporal.Instant | null;
}

@InputType({ description: 'Which key gets new words.' })
export class RotateApiKeyInput extends ActInput {
  @Field(() => ID, { description: 'Which key.' })
  readonly apiKeyId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody rotated it meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it ends from now on, within a year. Null leaves its end.' })
  @IsOptional()
  readonly expiresAt?: Temporal.Instant | null;
}

@InputType({ description: 'Which key ends.' })
export class RevokeApiKeyInput extends ActInput {
  @Field(() => ID, { description: 'Which key.' })
  readonly apiKeyId!: string;
}

@ObjectType('CreateApiKeyPayload', { description: 'What making a key answers.', simpleResolvers: true })
export class CreateApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key, without its words. Null when refused.' })
  readonly apiKey!: ApiKeyType | null;

  @Field(() => String, { nullable: true, description: shownOnce })
  readonly secret!: string | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('RotateApiKeyPayload', { description: 'What a rotation answers.', simpleResolvers: true })
export class RotateApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key, without its words. Null when refused.' })
  readonly apiKey!: ApiKeyType | null;

  @Field(() => String, { nullable: true, description: shownOnce })
  readonly secret!: string | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('RevokeApiKeyPayload', { description: 'What a revocation answers.', simpleResolvers: true })
export class RevokeApiKeyPayload {
  @Field(() => ApiKeyType, { nullable: true, description: 'The key. Null when refused.' })
  readonly apiKey!: ApiKeyType | null;

  @Field(() => [UserErrorType], { description: 'Every objection; empty on success.' })
  readonly userErrors!: readonly UserErrorType[];
}
