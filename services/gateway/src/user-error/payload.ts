import type { Outcome } from '@guichet/admissions/once';
import type { Locale } from '../http/locale.ts';
import type { UserErrorCode, UserErrorType } from './user-error.type.ts';
import { worded } from './worded.ts';

/** What a mutation answers: the changed object, null when refused, and every objection in the reader's language. */
export interface Payload<Changed> {
  readonly changed: Changed | null;
  readonly userErrors: readonly UserErrorType[];
}

/** The payload of an act: what it changed is read anew, under the caller's own rights. */
export async function payloadOf<Refusal extends { readonly reason: UserErrorCode; readonly zone?: string }, Changed>(
  outcome: Outcome<Refusal>,
  context: { readonly locale: Locale; forgetWhatWasRead(): void },
  read: (ids: Readonly<Record<string, string>>) => Promise<Changed>,
): Promise<Payload<Changed>> {
  if ('refused' in outcome)
    return {
      changed: null,
      userErrors: outcome.refused.map((objection) => worded(context.locale, objection.zone)({ ...objection })),
    };
  context.forgetWhatWasRead();
  return { changed: await read(outcome.done), userErrors: [] };
}
