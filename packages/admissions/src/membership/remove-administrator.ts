import { readAdministrators } from '@guichet/database/membership/consortium-person.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { losesLastAdmin } from '@guichet/domain/account/people';
import { sql } from 'kysely';
import { tracePerson } from '../audit/trace.ts';
import { type Outcome, once } from '../once.ts';
import { lockPeople } from './lock-people.ts';

export interface RemoveAdministratorInput {
  readonly administratorId: string;
  readonly idempotencyKey: string;
}

export interface LastAdministrator {
  readonly reason: 'LAST_CONSORTIUM_ADMIN';
  readonly path: readonly string[];
}

/** Takes the consortium's right from one of its administrators, oneself too, unless nobody would be left. */
export const removeAdministrator = (
  work: Work,
  { idempotencyKey: key, administratorId }: RemoveAdministratorInput,
): Promise<Outcome<LastAdministrator>> =>
  once<LastAdministrator>(work, { operation: 'removeAdministrator', key, input: { administratorId } }, async () => {
    await lockPeople(work, 'CONSORTIUM');
    const administrators = await readAdministrators(work.db);
    if (!administrators.some(({ id }) => id === administratorId)) throw new NotFound();
    if (losesLastAdmin({ isAdmin: true, staysAdmin: false, otherAdmins: administrators.length - 1 }))
      return { refused: [{ reason: 'LAST_CONSORTIUM_ADMIN', path: ['administratorId'] }] };
    await sql`update app.consortium_right set ended_at = ${work.asOf.toString()} where id = ${administratorId}`.execute(work.db);
    await tracePerson(work, 'ADMINISTRATOR_REMOVED', administratorId);
    return { done: { administratorId } };
  });
