import type { Outcome } from '@guichet/admissions/once';
import type { GraphQLResolveInfo } from 'graphql';
import { type ClassType, Field, ObjectType } from 'type-graphql';
import { notFound } from '../errors/refused.ts';
import { allow, fieldsOf, type PermissionLines } from '../permissions/permission.ts';
import type { Context } from '../principal/request-context.ts';
import { type UserErrorCode, UserErrorType } from '../user-error/user-error.type.ts';
import { worded } from '../user-error/worded.ts';
import { type ApplicationSource, ownApplication } from './application.loaders.ts';
import { ApplicationType } from './application.type.ts';

interface ApplicationPayload {
  readonly application: ApplicationType | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The answer of one act on a dossier. */
export const applicationPayload = (act: string): ClassType<ApplicationPayload> => {
  @ObjectType(`${act}Payload`, { description: 'What the act answers.', simpleResolvers: true })
  class Payload implements ApplicationPayload {
    @Field(() => ApplicationType, { nullable: true, description: 'The dossier as it is now. Null when refused.' })
    readonly application!: ApplicationType | null;

    @Field(() => [UserErrorType], { description: 'Every objection at once; empty when it was done.' })
    readonly userErrors!: readonly UserErrorType[];
  }
  return Payload;
};

/** Whoever acted may read what it answered. */
export const payloadPermissions = (act: string): PermissionLines =>
  fieldsOf(`${act}Payload`, allow, ['application', 'userErrors']);

export interface Answered {
  readonly application: ApplicationSource | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The dossier as the act left it, or every objection in words. */
export async function answered<R extends { readonly reason: UserErrorCode; readonly zone?: string }>(
  context: Context,
  acting: Promise<Outcome<R>>,
  info: GraphQLResolveInfo,
): Promise<Answered> {
  const outcome = await acting;
  if ('refused' in outcome)
    return { application: null, userErrors: outcome.refused.map((each) => worded(context.locale, each.zone)({ ...each })) };
  const asked = { info, path: ['application'] };
  const application = await ownApplication(context, { ids: [outcome.done.applicationId ?? ''] }, asked);
  if (!application) throw notFound();
  return { application, userErrors: [] };
}
