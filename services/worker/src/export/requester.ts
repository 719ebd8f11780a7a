import { hatsOf } from '@guichet/admissions/account/hats-of';
import { readOwnKey } from '@guichet/database/key/own-key.read';
import { type Hat, keyHat, personHat, schoolHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { stands } from '@guichet/domain/key/key-life';
import type { Claimed } from './claim-export.ts';

/** The requester's own hat in the school, by the rights held at this moment; null when there are none any more. */
export async function requesterOf(binding: Binding, claimed: Claimed): Promise<Hat | null> {
  const { schoolId, requesterId } = claimed;
  const { memberships } = await inWork(binding, personHat(requesterId), hatsOf);
  const held = memberships.find((each) => each.schoolId === schoolId);
  return held ? schoolHat(requesterId, schoolId, held.functions) : standingKey(binding, claimed);
}

async function standingKey(binding: Binding, { schoolId, requesterId }: Claimed): Promise<Hat | null> {
  const { key, asOf } = await inWork(binding, keyHat(requesterId, schoolId, []), async (work) => ({
    key: await readOwnKey(work.db, requesterId),
    asOf: work.asOf,
  }));
  return key && stands(key, asOf) ? keyHat(requesterId, schoolId, key.scopes) : null;
}
