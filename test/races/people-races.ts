import { invite } from '@guichet/admissions/account/invite';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { inWork } from '@guichet/database/session/work';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { acceptInvitation, act, freshKey, refusalOf } from '../stories/people/invited.ts';
import type { Actor } from '../world/actor.ts';
import type { World } from '../world/world.ts';
import type { Race } from './race.ts';

const slug = 'imt-mines-albi';

/** Two administrators who demote or remove each other: one stays, at every instant. */
export async function administratorsDemoteEachOther(world: World): Promise<Race> {
  const people = [await world.member(slug, ['ADMIN'], 'One'), await world.member(slug, ['ADMIN'], 'Other')] as const;
  await world.sql(
    `update app.membership m set ended_at = app.clock() from app.school s where s.id = m.school_id and s.slug = $1
    and not m.account_id = any ($2)`,
    [slug, people.map(({ accountId }) => accountId)],
  );
  const round = async (number: number) => {
    await world.sql(
      `update app.membership set functions = '{ADMIN}', ended_at = null, version = version + 1 where account_id = any ($1)`,
      [people.map(({ accountId }) => accountId)],
    );
    const one = await world.signInAgain(people[0]);
    const other = await world.signInAgain(people[1]);
    const acts = [await ended(world, other, number % 2 === 0), await ended(world, one, number % 3 === 0)];
    const answers = await Promise.all([one.ask(...(acts[0] as Asked)), other.ask(...(acts[1] as Asked))]);
    const refusals = answers.map(refusalOf).filter((code) => code !== null);
    const isTold = ['LAST_ADMIN', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT_RETRY'].includes(refusals[0] ?? '');
    return refusals.length === 1 && isTold ? [] : [`refusals: ${refusals.join(', ') || 'none'}`];
  };
  const never = `select 'a school without an administrator: ' || s.slug as broken from app.school s where not exists
    (select from app.membership m where m.school_id = s.id and m.ended_at is null and m.functions @> array['ADMIN'])`;
  return { name: 'administrators who demote each other', never, round };
}

type Asked = readonly [document: string, variables: object];

async function ended(world: World, whom: Actor, isRemoval: boolean): Promise<Asked> {
  const [row] = await world.sql<{ id: string; version: number }>('select id, version from app.membership where account_id = $1', [
    whom.accountId,
  ]);
  const input = {
    membershipId: encodeId('Membership', row?.id ?? ''),
    expectedVersion: row?.version,
    idempotencyKey: freshKey(),
  };
  return isRemoval
    ? [act('removeMember', 'membership { id }'), { input }]
    : [act('setFunctions', 'membership { id }'), { input: { ...input, functions: ['OFFICER'] } }];
}

/** An invitation accepted by four sessions of one person at once: one membership, never a second. */
export async function invitationAcceptedTwice(world: World): Promise<Race> {
  const [school] = await world.sql<{ id: string }>('select id from app.school where slug = $1', [slug]);
  const schoolId = school?.id ?? '';
  const round = async (number: number) => {
    // Links are counted per network, and everybody here comes from one.
    await world.sql('truncate auth.attempt');
    const guest = await world.candidate(`guest ${number}`);
    const { token } = await inWork(world.gateway.binding, consortiumHat(systemPrincipal), (work) =>
      invite(work, { email: guest.email, displayName: 'Ana', to: { schoolId, functions: ['OBSERVER'] } }),
    );
    const sessions: Actor[] = [];
    while (sessions.length < 4) sessions.push(await world.signInAgain(guest));
    const answers = await Promise.all(
      sessions.map((each) => each.ask(acceptInvitation, { input: { token, idempotencyKey: freshKey() } })),
    );
    const outcomes = answers.map((answer) => refusalOf(answer) ?? 'JOINED');
    const isTold = outcomes.every((code) => ['JOINED', 'INVITATION_REFUSED', 'UNAUTHENTICATED', 'CONFLICT_RETRY'].includes(code));
    return outcomes.filter((code) => code === 'JOINED').length === 1 && isTold ? [] : [`answers: ${outcomes.join(', ')}`];
  };
  const never = `select 'a person who is a member twice' as broken from app.membership where ended_at is null
      group by school_id, account_id having count(*) > 1
    union all select 'an acceptance without a membership' from app.invitation_acceptance a join app.invitation i on i.id = a.invitation_id
      where not exists (select from app.membership m where (m.school_id, m.account_id) = (i.school_id, a.account_id))
    union all select 'a membership of somebody whose invitation stands unused' from app.invitation i join app.person p on p.email = i.email
      join app.membership m on (m.school_id, m.account_id) = (i.school_id, p.account_id) where i.accepted_at is null and i.ended_at is null`;
  return { name: 'an invitation accepted twice', never, round };
}
