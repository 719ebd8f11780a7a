import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { denied } from '../database/acting.ts';
import { aWalledWorld, codesOf, publicClasses, type WalledWorld } from '../database/walled-world.ts';
import { type Attacker, attackers, connectionOf, readableTables } from './attackers.ts';
import { whatIsInReach } from './in-reach.ts';

let world: WalledWorld;
beforeAll(async () => {
  world = await aWalledWorld();
}, 120_000);
afterAll(() => world.close());

const run = (attacker: Attacker, ...statements: readonly string[]) =>
  connectionOf(world, attacker).as(attacker.claims, ...statements);
const setting = (name: string, value: string) => `select set_config('app.${name}', '${value}', true)`;

describe('C-10 SQL slipped into a request or a job, under each of eleven roles', () => {
  test('C-10 reads under a changed setting not one row of any table that is not public', async () => {
    const seen = [];
    for (const attacker of attackers(world)) {
      const statement = await world.readable(attacker.claims.role);
      for (const [name, value] of Object.entries({
        school: world.schoolId('B'),
        candidate: String(world.who.C2.candidate),
        principal: String(world.who.OB.principal),
        presented: 'ab'.repeat(32),
      })) {
        const said = await run(attacker, setting(name, value), statement);
        seen.push([attacker.claims.role, name, said.code ?? said.rows[0]?.['n']]);
      }
    }
    expect(seen).toHaveLength(44);
    expect(seen.filter(([, , n]) => n !== 0)).toEqual([]);
  });

  test('C-10 reads in a role it switched to nothing, or may not switch', async () => {
    const roles = [...attackers(world).map(({ claims }) => claims.role), 'app_effect', 'app_owner', 'postgres'];
    const seen = [];
    for (const attacker of attackers(world)) {
      for (const role of roles.filter((each) => each !== attacker.claims.role)) {
        const switched = await run(attacker, `set local role ${role}`);
        if (switched.code === denied) continue;
        const said = await run(attacker, `set local role ${role}`, await world.readable(role));
        seen.push([attacker.claims.role, role, said.code ?? said.rows[0]?.['n']]);
      }
    }
    expect(seen.length).toBeGreaterThan(60);
    expect(seen.filter(([, , n]) => n !== 0)).toEqual([]);
  });

  test('C-10 sees by its own claims no row of another school and no row of another candidate', async () => {
    const strange = [];
    const own = { school_id: world.schoolId('A'), candidate_id: String(world.who.C1.candidate) };
    const bound = attackers(world).filter(({ claims }) => claims.school !== undefined || claims.candidate !== undefined);
    for (const attacker of bound) {
      const isSchool = attacker.claims.school !== undefined;
      for (const { t, school, candidate } of await readableTables(world, attacker.claims.role)) {
        const column = isSchool ? school : candidate;
        if (column === null || publicClasses.includes(t)) continue;
        const said = await run(attacker, `select ${column} from app.${t} where ${column} <> '${own[column as 'school_id']}'`);
        strange.push([attacker.claims.role, t, said.code ?? said.rowCount]);
      }
    }
    expect(strange.length).toBeGreaterThan(60);
    expect(strange.filter(([, , count]) => count !== 0)).toEqual([]);
  });

  test('C-10 reads no column that tells order or transaction, of any table', async () => {
    const said = [];
    for (const attacker of attackers(world)) {
      for (const column of ['ctid', 'xmin', 'xmax', 'cmin'])
        said.push(await run(attacker, `select ${column} from app.candidacy`));
    }
    expect(codesOf(said)).toEqual([denied]);
    // Such columns come with a grant on the whole table alone, and no role has one.
    const roles = attackers(world).map(({ claims }) => claims.role);
    const whole = await world.world.sql(
      `select c.relname, r.role from pg_class c, unnest($1::text[]) r(role) where c.relnamespace = 'app'::regnamespace
         and c.relkind in ('r', 'p', 'v') and has_table_privilege(r.role, c.oid, 'SELECT')`,
      [roles],
    );
    expect(whole).toEqual([]);
  });

  test('C-10 reads a candidate’s id in no row of a school', async () => {
    const said = [];
    for (const attacker of attackers(world).filter(({ claims }) => claims.school !== undefined)) {
      for (const table of ['candidacy', 'dossier_head', 'dossier_identity', 'dossier_content', 'dossier_specialism']) {
        said.push(await run(attacker, `select candidate_id from app.${table}`));
      }
    }
    expect(codesOf(said)).toEqual([denied]);
  });

  test('C-10 an opening planted in one’s own name opens nothing that another school received or another reader was given', async () => {
    const planted = [];
    const tried = [
      ['A', 'C3 at B'],
      ['B', 'C3 at B'],
      ['B', 'C1 at B'],
      ['A', 'C2 at A'],
    ] as const;
    for (const attacker of attackers(world).filter(({ claims }) => claims.role !== 'app_school' && claims.role !== 'app_key')) {
      for (const [side, candidacy] of tried) {
        const said = await run(
          attacker,
          `insert into app.opening (school_id, candidacy_id, reader_id, function, at) values ('${world.schoolId(side)}',
            '${world.candidacies[candidacy]}', '${attacker.claims.principal ?? world.who.OA.principal}', 'REVIEWER', app.clock())`,
          `select content from app.dossier_content where candidacy_id = '${world.candidacies[candidacy]}'`,
        );
        planted.push([attacker.claims.role, side, candidacy, said.code ?? `${said.rowCount} rows`]);
      }
    }
    expect(planted.filter(([, , , came]) => !['42501', '23503', '0 rows'].includes(String(came)))).toEqual([]);
    expect(planted).toContainEqual(['app_reviewer', 'A', 'C2 at A', '0 rows']);
  });

  test('C-10 hangs no part of a dossier on the copy of another', async () => {
    const said = [];
    for (const attacker of attackers(world)) {
      const candidate = attacker.claims.candidate ?? world.who.C2.candidate;
      for (const id of [candidate, world.who.C2.candidate]) {
        const values = `'${world.schoolId('A')}', '${world.candidacies['C2 at A']}', 1, '${id}'`;
        said.push(
          await run(
            attacker,
            `insert into app.dossier_content (school_id, candidacy_id, number, candidate_id, content) values (${values}, '{}')`,
          ),
        );
        said.push(
          await run(
            attacker,
            `insert into app.dossier_specialism (school_id, candidacy_id, number, position, candidate_id, specialism_id)
             select ${values.replace(', 1,', ', 1, 9,')}, id from app.specialism limit 1`,
          ),
        );
      }
    }
    expect(said.filter(({ code }) => code === null)).toEqual([]);
  });

  test('C-10 what remains in reach is what docs/security.md lists, and no more', async () => {
    const sentences = await whatIsInReach(world);
    expect(sentences.filter((sentence) => !/^(Whatever its own|It (reads|lifts|takes|writes|leaves) )/.test(sentence))).toEqual(
      [],
    );
    expect(sentences.length).toBeLessThanOrEqual(12);
  });
});
