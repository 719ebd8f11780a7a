import { systemPrincipal } from '@guichet/database/session/hat';
import { sealKeyOf } from '@guichet/database/session/migrate';
import { type Claims, sealedSession } from '@guichet/database/session/seal';
import { describe, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { secret } from '../../world/server.ts';
import { asAdministrator } from './as-administrator.ts';
import type { WalledWorld } from './walled-world.ts';

/** The policy of candidacies, which has two ways in: one's own, and for the clock what a closed campaign discloses the number of. */
export function whatEffectsSee(world: () => WalledWorld): void {
  const close = `update app.campaign set state = 'CLOSED', other_choices = 'COUNT' where slug = 'astg3-2027'`;

  /** Candidacies an effect sees in the name of somebody, by candidate and letter; whatever was done before is rolled back. */
  const seenAs = (claims: Omit<Claims, 'role'>, before: readonly string[] = []) =>
    asAdministrator(world().world, async (client) => {
      await client.query('begin');
      try {
        for (const statement of before) await client.query(statement);
        return await candidacies(client, claims);
      } finally {
        await client.query('rollback');
      }
    });

  async function candidacies(client: Client, claims: Omit<Claims, 'role'>): Promise<readonly string[]> {
    const { role, variables } = sealedSession(sealKeyOf(secret), { ...claims, role: 'app_effect' });
    await client.query(`select set_config('role', $1, true)`, [role]);
    for (const [name, value] of Object.entries(variables)) await client.query('select set_config($1, $2, true)', [name, value]);
    const { rows } = await client.query<{ id: string }>('select id from app.candidacy');
    const named = Object.entries(world().candidacies).filter(([, id]) => rows.some((row) => row.id === id));
    expect(named).toHaveLength(rows.length);
    return named.map(([name]) => name).toSorted();
  }

  const clock = { principal: systemPrincipal };
  // What keeps a campaign to what it said is put aside for as long as the transaction lasts.
  const closed = ['set local session_replication_role = replica', close, 'set local session_replication_role = origin'];

  describe('what an effect sees of candidacies', () => {
    test('B-07 is the acting candidate’s own, whatever is closed', async () => {
      for (const before of [[], closed]) {
        expect(await seenAs(world().who.C1, before)).toEqual(['C1 at A', 'C1 at B']);
        expect(await seenAs(world().who.C2, before)).toEqual(['C2 at A']);
      }
    });

    test('B-07 is nothing for a school, a reader, a key, the consortium and nobody', async () => {
      const others = [world().who.OA, world().who.RA1, world().who.KW, world().who.OP, world().who.anonymous];
      for (const claims of others) expect(await seenAs(claims, closed)).toEqual([]);
    });

    test('B-07 is for the clock what a closed campaign discloses the number of, and nothing before', async () => {
      expect(await seenAs(clock)).toEqual([]);
      const [shut, says] = [close.replace(/, other_choices = 'COUNT'/, ''), close.replace("state = 'CLOSED', ", '')];
      expect(await seenAs(clock, [shut])).toEqual([]);
      expect(await seenAs(clock, [closed[0] ?? '', says])).toEqual([]);
      expect(await seenAs(clock, closed)).toEqual(['C1 at A', 'C1 at B', 'C2 at A', 'C3 at B']);
    });
  });
}
