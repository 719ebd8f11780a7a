import type { WalledWorld } from '../database/walled-world.ts';
import { type Attacker, attackers, connectionOf } from './attackers.ts';

/** Something that no policy and no grant keeps from SQL inside a request, tried anew on each run. */
interface Probe {
  readonly words: string;
  readonly statement: string;
}

const probes: readonly Probe[] = [
  {
    words: 'reads the catalogue: names of tables, columns, policies and roles, and no row',
    statement: 'select polname from pg_policy',
  },
  { words: 'reads how many rows a table holds in all, as the planner estimates it', statement: 'select reltuples from pg_class' },
  {
    words:
      'reads how many rows hold a value, as the planner estimates it over all tenants: how many a school received, or how frequent a family name is',
    statement: 'explain select id from app.candidacy where school_id = gen_random_uuid()',
  },
  { words: 'reads how large a table is', statement: `select pg_relation_size('app.candidacy'::regclass)` },
  { words: 'reads how many rows were written to a table by everybody', statement: 'select n_tup_ins from pg_stat_user_tables' },
  { words: 'reads how many transactions there have been', statement: 'select pg_current_snapshot()' },
  {
    words: 'reads how many others are connected and since when, and not what they run',
    statement: 'select backend_start from pg_stat_activity',
  },
  { words: 'lifts its own time-outs and keeps its connection busy', statement: `set local statement_timeout = 0` },
  { words: 'takes an advisory lock', statement: 'select pg_try_advisory_xact_lock(1)' },
  {
    words: 'writes another network’s digest into its own line of the trail',
    statement: `select set_config('app.network', 'x', true)`,
  },
];

/** What injected SQL reaches beyond what its own request may read and write, one sentence each; every one was seen. */
export async function whatIsInReach(world: WalledWorld): Promise<readonly string[]> {
  const sentences: string[] = [];
  for (const { words, statement } of probes) {
    const able = await whoCan(world, statement);
    if (able.length > 0)
      sentences.push(`It ${words} (${able.length === attackers(world).length ? 'every role' : able.join(', ')}).`);
  }
  return [
    'Whatever its own request may read and write, without the rules that a use-case would ask first.',
    // Seen by the test of planted openings: the trail holds them, and no content comes of them.
    'It leaves openings in its own name at its own school that no act asked for, and reads nothing by them that was not assigned (app_reviewer).',
    ...sentences,
  ];
}

async function whoCan(world: WalledWorld, statement: string): Promise<readonly string[]> {
  const able: string[] = [];
  for (const attacker of attackers(world)) {
    if (await can(world, attacker, statement)) able.push(attacker.claims.role);
  }
  return able;
}

async function can(world: WalledWorld, attacker: Attacker, statement: string): Promise<boolean> {
  const said = await connectionOf(world, attacker).as(attacker.claims, statement);
  return said.code === null;
}
