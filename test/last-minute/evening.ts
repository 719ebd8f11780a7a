import { type MailCatcher, startMailCatcher } from '@guichet/platform/mail-catcher/mail-catcher';
import { aCampaignOfFive, type FiveSchools } from '../tenancy/secrecy/five-schools.ts';
import { type Candidates, plantCandidates } from '../tenancy/secrecy/planted-candidates.ts';

/** A campaign of five schools about to close, drafts that are complete, and a mail server. */
export interface Evening {
  readonly five: FiveSchools;
  readonly candidates: Candidates;
  /** How often each mail came, by its id. */
  readonly caught: ReadonlyMap<string, number>;
  readonly catcher: MailCatcher;
  /** Sets the deadline, and the database's clock a while before it: from then on it runs by itself. */
  closingAt(closesAt: string, secondsAhead: number): Promise<Closing>;
  close(): Promise<void>;
}

/** The deadline on the client's own stopwatch. */
export interface Closing {
  /** Milliseconds of `performance.now()` at which the database's clock shows the deadline. */
  readonly at: number;
  /** By how much that may be wrong. */
  readonly give: number;
}

export async function anEvening(people: number): Promise<Evening> {
  const five = await aCampaignOfFive();
  const candidates = await plantCandidates(five, people);
  for (const statement of runningClock) await five.world.sql(statement);
  const catcher = await startMailCatcher();
  const caught = new Map<string, number>();
  catcher.onMessage(({ id }) => void caught.set(id, (caught.get(id) ?? 0) + 1));
  return {
    five,
    candidates,
    caught,
    catcher,
    closingAt: (closesAt, secondsAhead) => closingAt(five, closesAt, secondsAhead),
    close: async () => {
      await catcher.stop();
      await five.close();
    },
  };
}

// As the shipped clock, the start of the transaction, moved by as much as the test's own row says.
const real = `timestamptz '2000-01-01Z'`;
const runningClock = ['app', 'auth'].map(
  (schema) => `create or replace function ${schema}.clock() returns timestamptz language sql stable parallel safe
    return (select at from test.clock) + (transaction_timestamp() - ${real})`,
);

async function closingAt({ world }: FiveSchools, closesAt: string, secondsAhead: number): Promise<Closing> {
  await world.sql(`update app.campaign set closes_at = $1, state = 'OPEN'`, [closesAt]);
  const shows = Temporal.Instant.from(closesAt).subtract({ seconds: secondsAhead }).toString();
  await world.sql(`update test.clock set at = $1::timestamptz - (clock_timestamp() - ${real})`, [shows]);
  // Nobody idled for months: everybody signed in just now.
  await world.sql(`update auth.session set created_at = auth.clock(), last_used_at = auth.clock(),
    second_factor_at = auth.clock(), expires_at = auth.clock() + interval '1 day'`);
  let best = { at: 0, give: Number.POSITIVE_INFINITY };
  for (let look = 0; look < 20; look += 1) {
    const asked = performance.now();
    const [row] = await world.sql<{ left: number }>(
      `select extract(epoch from $1::timestamptz - app.clock())::float8 * 1000 as left`,
      [closesAt],
    );
    const give = (performance.now() - asked) / 2;
    if (give < best.give) best = { at: asked + give + (row?.left ?? 0), give };
  }
  return best;
}
