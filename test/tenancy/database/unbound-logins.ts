import { describe, expect, test } from '@jest/globals';
import { denied } from './acting.ts';
import { codesOf, requestRoles, type WalledWorld } from './walled-world.ts';

/** Whoever forgets to bind a request, or claims what is not sealed. */
export function unboundLogins(world: () => WalledWorld): void {
  describe('who forgets to bind a request reads nothing', () => {
    test('C-02 the logins themselves may touch no table', async () => {
      const said = [];
      for (const name of world().tables) {
        for (const login of [world().gateway, world().worker]) {
          said.push(await login.claiming('none', {}, `select 1 from app.${name}`));
          said.push(await login.claiming('none', {}, `delete from app.${name}`));
        }
      }
      expect(said.length).toBeGreaterThan(150);
      expect(codesOf(said)).toEqual([denied]);
    });

    test('C-14 an entity manager outside its transaction is denied, by every way to a statement', async () => {
      const { orm } = world().world.gateway.binding;
      const em = orm.em.fork();
      const ways = [
        em.execute('select id from app.candidacy'),
        em.getConnection().execute('select id from app.candidacy'),
        em.getKysely<{ 'app.candidacy': { id: string } }>().selectFrom('app.candidacy').select('id').execute(),
      ];
      const answers = await Promise.allSettled(ways);
      expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
      expect(String(answers.map((answer) => (answer as PromiseRejectedResult).reason))).toMatch(/(permission denied.*){3}/s);
    });

    const settings: readonly (readonly [string, (side: string) => Readonly<Record<string, string>>])[] = [
      ['none at all', () => ({})],
      ['empty ones', () => ({ 'app.principal': '', 'app.school': '', 'app.candidate': '', 'app.presented': '', 'app.seal': '' })],
      ['nonsense', () => ({ 'app.principal': 'x', 'app.school': `' or true --`, 'app.candidate': '{}', 'app.seal': 'x' })],
      ['a uuid in another spelling', (id) => ({ 'app.principal': `{${id}}`, 'app.school': id.toUpperCase(), 'app.seal': 'é' })],
      ['a true school without a seal', (id) => ({ 'app.principal': id, 'app.school': id, 'app.candidate': id })],
      [
        'a seal of its own making',
        (id) => ({ 'app.principal': id, 'app.school': id, 'app.candidate': id, 'app.seal': '0'.repeat(64) }),
      ],
    ];
    test.each(settings)('C-03 a role with %s sees no row of any class that is not public', async (_, of) => {
      const ids = [world().schoolId('A'), String(world().who.C1.candidate), String(world().who.OA.principal)];
      for (const role of requestRoles) {
        const statement = await world().readable(role);
        for (const id of ids)
          expect([role, (await world().gateway.claiming(role, of(id), statement)).rows]).toEqual([role, [{ n: 0 }]]);
      }
      for (const role of ['app_relay', 'app_totals', 'app_sealer', 'app_jobs']) {
        expect((await world().worker.claiming(role, of(world().schoolId('A')), await world().readable(role))).rows).toEqual([
          { n: 0 },
        ]);
      }
    });

    test('the same statements see rows once the settings are sealed', async () => {
      for (const name of ['OA', 'KA', 'RA1', 'C1', 'OP'] as const) {
        const { rows } = await world().gateway.as(world().who[name], await world().readable(world().who[name].role));
        expect([name, Number(rows[0]?.['n']) > 0]).toEqual([name, true]);
      }
    });
  });
}
