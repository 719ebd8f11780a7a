import { Field, Int, InterfaceType, ObjectType, registerEnumType } from 'type-graphql';
import { allow, fieldsOf } from '../permissions/permission.ts';
import { DateTime } from '../scalars/date-time.ts';
import { enumOf } from '../text/enum-of.ts';
import type { CodeWords } from './words/code-words.ts';
import { codeWords } from './words/every-code.ts';

export type UserErrorCode = keyof typeof codeWords;

export const UserErrorCodeEnum = enumOf(Object.keys(codeWords) as UserErrorCode[]);
registerEnumType(UserErrorCodeEnum, {
  name: 'UserErrorCode',
  description: 'Why the procedure says no; accept unknown values.',
  valuesConfig: Object.fromEntries(
    Object.entries<CodeWords>(codeWords).map(([code, words]) => [code, { description: toldOnce(words) }]),
  ),
});

/** Meaning and remedy; a remedy that only repeats the meaning is left out. */
function toldOnce({ meaning, en }: CodeWords): string {
  return meaning.replace(/ \([^)]*\)/, '') === en ? meaning : `${meaning} ${en}`;
}

interface Told {
  readonly code: UserErrorCode;
}

/** Its concrete type: those with facts of their own have one. */
export const userErrorTypeOf = ({ code }: Told) =>
  code === 'DEADLINE_PASSED' ? 'DeadlinePassed' : code === 'STALE_VERSION' ? 'StaleVersion' : 'Refusal';

@InterfaceType('UserError', { description: 'Why the procedure says no (refus motivé).', resolveType: userErrorTypeOf })
export abstract class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: 'For programs; accept unknown values.' })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: 'For people, in the language asked for; says how to mend it.' })
  readonly message!: string;

  @Field(() => [String], { nullable: true, description: 'Where in the input. Null when it concerns the whole.' })
  readonly path!: readonly string[] | null;
}

@ObjectType('Refusal', { implements: UserErrorType, description: 'Any objection without facts of its own (refus).' })
export class RefusalType extends UserErrorType {}

@ObjectType('DeadlinePassed', { implements: UserErrorType, description: 'Too late (délai dépassé).' })
export class DeadlinePassedType extends UserErrorType {
  @Field(() => DateTime, { description: 'The deadline that passed.' })
  readonly closedAt!: Temporal.Instant;
}

@ObjectType('StaleVersion', { implements: UserErrorType, description: 'Somebody else changed it meanwhile (version périmée).' })
export class StaleVersionType extends UserErrorType {
  @Field(() => Int, { description: 'The version it has now.' })
  readonly currentVersion!: number;
}

export const userErrorPermissions = {
  ...fieldsOf('Refusal', allow, ['code', 'message', 'path']),
  ...fieldsOf('DeadlinePassed', allow, ['code', 'message', 'path', 'closedAt']),
  ...fieldsOf('StaleVersion', allow, ['code', 'message', 'path', 'currentVersion']),
};
