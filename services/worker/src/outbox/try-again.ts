import { systemHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { triesOfAsking } from '@guichet/domain/mail/tries';
import { sql } from 'kysely';

/** Puts given-up mails the consortium asked for back among those that wait, and says how many: the consortium itself reads no outbox. Their tries begin anew, by a higher number. */
export const tryAgain = (binding: Binding): Promise<number> =>
  inWork(binding, systemHat('app_relay'), async ({ db, asOf }) => {
    const { numAffectedRows } = await sql`
      with asked as (update app.mail_delivery set retry_asked_at = null, state = 'WAITING', state_at = ${asOf.toString()}
          where retry_asked_at is not null and state = 'GIVEN_UP' and source = 'OUTBOX' returning id)
      update app.outbox o set dead_at = null, next_try_at = ${asOf.toString()},
        tries = (o.tries / ${triesOfAsking}::int + 1) * ${triesOfAsking}::int from asked
      where o.id = asked.id and o.dead_at is not null`.execute(db);
    return Number(numAffectedRows ?? 0n);
  });
