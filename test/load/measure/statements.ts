import { asAdministrator, rowsOf } from '../database/bench-server.ts';
import type { WorkloadName } from '../order.ts';
import type { Peer } from '../peers.ts';
import type { Place } from '../stage.ts';
import { answeredOnce } from '../verified.ts';

/** Who asks is looked up, role and settings are set, a transaction begins and ends: the same for every operation, and counted apart. */
const beside =
  /auth\.session|hasConsortiumRight|set_config\(|^\s*(?:begin|start transaction|commit|rollback|savepoint|release)|^\s*select app\.clock\(\)/i;

/** Statements the gateway sends for one request, as the server counted them. */
export async function statementsOf(peer: Peer, { database, calls }: Place, workload: WorkloadName): Promise<number> {
  const call = calls.submissions.length - 1;
  await asAdministrator(database.administratorUrl, ['select pg_stat_statements_reset()']);
  await answeredOnce(peer, workload, { ...calls, submissions: calls.submissions.slice(call) });
  const rows = await rowsOf<{ query: string; calls: number }>(
    database.administratorUrl,
    `select s.query, s.calls::int from pg_stat_statements s join pg_database d on d.oid = s.dbid and d.datname = '${database.name}'
     where s.userid in (select oid from pg_roles where rolname in ('app_login', 'auth_svc') or rolname like 'app\\_%')`,
  );
  return rows.filter(({ query }) => !beside.test(query)).reduce((sum, { calls: times }) => sum + times, 0);
}
