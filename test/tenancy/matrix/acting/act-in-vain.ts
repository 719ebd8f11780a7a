import type { Client } from 'pg';
import type { Filling } from '../asking/example-values.ts';
import type { Principal } from '../asking/principal.ts';
import type { RunningGateway } from '../running-gateway.ts';
import { moved, rowDigests } from './row-digests.ts';
import { type Acting, mutationOf, tried, versionsIn } from './run-acts.ts';

/** What counts an attempt, and who was there when. */
const besideAnAct = /^(?:auth\.|idempotency|outbox)/;

/** A candidate acts on what has moved on, then after the deadline: each act is refused with what it needs to know, and nothing moves. */
export async function actInVain(acting: Acting, principal: Principal, { port, administrator }: RunningGateway): Promise<void> {
  const before = await rowDigests(administrator);
  // Who withdraws may do so whenever it is.
  const acts = acting.acts.filter((act) => act.audience === 'candidate' && !['', 'withdrawChoices'].includes(mutationOf(act)));
  const tryAll = async (versionOf: Filling['versionOf']) => {
    for (const act of acts) await tried(acting, { act, kind: 'own', principal, port, versionOf });
  };
  await tryAll(async () => 9999);
  await passDeadline(administrator);
  await tryAll(versionsIn(administrator));
  for (const owner of moved(before, await rowDigests(administrator))) {
    if (!besideAnAct.test(owner)) acting.findings.moves.add(`${principal.name} moved ${owner} in vain`);
  }
}

/** The clock of the copy stands after the closing; whoever was there a minute ago still is. */
async function passDeadline(administrator: Client): Promise<void> {
  await administrator.query(
    `update test.clock set at = (select closes_at + interval '1 minute' from app.campaign where slug = 'astg3-2027')`,
  );
  await administrator.query(
    `update auth.session set last_used_at = auth.clock(), created_at = auth.clock(), expires_at = auth.clock() + interval '1 day'`,
  );
}
