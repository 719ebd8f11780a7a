import { randomUUID } from 'node:crypto';
import { rememberPerson } from '@guichet/admissions/account/remember-person';
import { personHat } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import type { World } from '../world/world.ts';

/** A candidate with one submitted snapshot, written as the administrator: what a mail needs, without the whole submission. */
export async function plantedSnapshot(world: World, name: string) {
  const { accountId, email } = await world.candidate(name);
  await inWork(world.gateway.binding, personHat(accountId), (work) => rememberPerson(work, { email, locale: 'fr' }));
  const [candidateId, applicationId, snapshotId] = [randomUUID(), randomUUID(), randomUUID()];
  await world.sql('insert into app.candidate (id, account_id) values ($1, $2)', [candidateId, accountId]);
  const [campaign] = await world.sql<{ id: string }>(`select id from app.campaign where state = 'OPEN'`);
  await world.sql('set session_replication_role = replica');
  const reference = `ASTG3-27-${name
    .toUpperCase()
    .replaceAll(/[^A-Z0-9]/g, '')
    .padEnd(5, 'X')
    .slice(0, 5)}${name.length > 6 ? name.length : ''}`;
  await world.sql(
    `insert into app.application (candidate_id, id, campaign_id, reference, created_at) values ($1, $2, $3, $4, '2027-02-01T09:00:00Z')`,
    [candidateId, applicationId, campaign?.id, reference],
  );
  await world.sql('set session_replication_role = origin');
  await world.sql(
    `insert into app.snapshot (candidate_id, id, application_id, number, content, digest, received_at)
     values ($1, $2, $3, 1, '{}', '', '2027-02-01T09:00:00Z')`,
    [candidateId, snapshotId, applicationId],
  );
  return { accountId, email, candidateId, applicationId, snapshotId };
}
