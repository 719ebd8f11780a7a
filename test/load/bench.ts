import { cpus, totalmem } from 'node:os';
import { medianOf, type Ratios, ratiosOf } from './measure/ratios.ts';
import { inRounds, type Turn } from './measure/rounds.ts';
import { sameWrites } from './measure/same-writes.ts';
import { statementsOf } from './measure/statements.ts';
import type { WorkloadName } from './order.ts';
import type { PeerChoice } from './peers.ts';
import type { BenchReport, Figures } from './report.ts';
import { measured, type Place, placeOf, type Stage, withPeers } from './stage.ts';
import { toldTable } from './told.ts';
import { verified } from './verified.ts';

type Turns = ReadonlyMap<string, readonly Turn[]>;

/** The whole comparison, one measurement after another. */
export async function benched(stage: Stage): Promise<BenchReport> {
  const { order, say } = stage;
  const place = await placeOf(stage, { rows: order.rows, name: 'bench' });
  const compared = await sideBySide(stage, place);
  const isWhole = order.peers.includes('leanest') && order.peers.length > 2;
  const scoping = isWhole ? await scopingOf(stage, place) : null;
  const policies = isWhole ? await policiesOf(stage, place) : null;
  const growth = isWhole && !order.isQuick ? await growthOf(stage, place) : null;
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.versions.node}`;
  if (scoping)
    say(
      `scoping  throughput ${scoping.throughputRatio.toFixed(3)}  p99 ${scoping.p99Ratio.toFixed(2)}, with policies ${scoping.withPolicies.throughputRatio.toFixed(3)}`,
    );
  if (policies) say(`policies database processor time ${policies.databaseRatio.toFixed(3)}`);
  return { machine, rows: order.rows, ...compared, scoping, policies, growth };
}

type Compared = Pick<BenchReport, 'workloads' | 'statements' | 'figures' | 'rssMb'>;

const sideBySide = (stage: Stage, place: Place): Promise<Compared> => {
  const { peers: names, workloads, rounds, seconds } = stage.order;
  return withPeers(
    names.map((peer) => ({ peer, database: place.database })),
    async (peers) => {
      const found: Partial<Record<WorkloadName, Turns>> = {};
      const statements: Partial<Record<WorkloadName, number>> = {};
      const ours = peers.find(({ name }) => name === 'guichet');
      for (const workload of workloads) {
        // Whoever answers otherwise ends this workload, not the others.
        try {
          if (ours) statements[workload] = await statementsOf(ours, place, workload);
          if (workload === 'S') await sameWrites(peers, place);
          found[workload] = await measured(stage, { workload, peers, calls: place.calls, rounds, seconds });
          toldTable(stage.say, workload, found[workload]);
        } catch (error) {
          stage.say(`${workload} was not measured: ${error instanceof Error ? error.message : error}`);
          process.exitCode = 1;
        }
      }
      if (ours) stage.say(`statements ${JSON.stringify(statements)}`);
      const rssMb = Math.max(0, ...(found.L?.get('guichet') ?? []).map(({ megabytes }) => megabytes));
      return { workloads: each(found, ratiosIn), figures: each(found, figuresIn), statements, rssMb };
    },
  );
};

const each = <T>(found: Partial<Record<WorkloadName, Turns>>, of: (turns: Turns) => T) =>
  Object.fromEntries(Object.entries(found).map(([workload, turns]) => [workload, of(turns)])) as Partial<Record<WorkloadName, T>>;

function ratiosIn(turns: Turns): Readonly<Record<string, Ratios>> {
  const ours = turns.get('guichet');
  if (!ours) return {};
  return Object.fromEntries(
    [...turns].filter(([name]) => name !== 'guichet').map(([name, theirs]) => [name, ratiosOf(ours, theirs)]),
  );
}

const figuresIn = (turns: Turns): Readonly<Record<string, Figures>> =>
  Object.fromEntries(
    [...turns].map(([name, of]) => {
      const median = (figure: keyof Figures) => medianOf(of.map((turn) => turn[figure]));
      const names = ['perSecond', 'p50', 'p99', 'server', 'database', 'megabytes'] as const;
      return [name, Object.fromEntries(names.map((figure) => [figure, median(figure)])) as unknown as Figures];
    }),
  );

/** Two servers alike but for one thing; the first one's turns and the second one's. */
async function beside(stage: Stage, workload: WorkloadName, given: { one: Choice; other: Choice; calls: Place['calls'] }) {
  const { rounds, seconds } = stage.order;
  return withPeers([given.one, given.other], async (peers) => {
    const turns = await measured(stage, { workload, peers, calls: given.calls, rounds, seconds: Math.min(seconds, 2) });
    toldTable(stage.say, workload, turns);
    return [turns.get(given.one.name) ?? [], turns.get(given.other.name) ?? []] as const;
  });
}

type Choice = PeerChoice & { readonly name: string };

async function scopingOf(stage: Stage, { database, calls }: Place) {
  const one = { peer: 'leanest', name: 'scoped', database, walls: 'SCOPE_ALONE' } as const;
  const other = { peer: 'leanest', name: 'unscoped', database, walls: 'NONE' } as const;
  const { throughputRatio, p99Ratio } = ratiosOf(...(await beside(stage, 'D', { one, other, calls })));
  const walled = { peer: 'leanest', name: 'scoped, with policies', database } as const;
  const all = ratiosOf(...(await beside(stage, 'D', { one: walled, other, calls })));
  return { throughputRatio, p99Ratio, withPolicies: { throughputRatio: all.throughputRatio, p99Ratio: all.p99Ratio } };
}

async function policiesOf(stage: Stage, { database, calls }: Place) {
  const { database: bare } = await placeOf(stage, { rows: stage.order.rows, name: 'bench_bare', withoutPolicies: true });
  const one = { peer: 'guichet', name: 'with policies', database } as const;
  const other = { peer: 'guichet', name: 'without', database: bare } as const;
  const [ours, theirs] = await beside(stage, 'L', { one, other, calls });
  return { databaseRatio: medianOf(ours.map((turn, index) => turn.database / (theirs[index]?.database ?? 0))) };
}

/** The same lists on ten times the rows, all four servers in the same rounds. */
async function growthOf(stage: Stage, small: Place) {
  const { order, generator, server, say } = stage;
  const large = await placeOf(stage, { rows: order.rows * 10, name: 'bench_large' });
  const four = (['limit', 'guichet'] as const).flatMap((peer) => [
    { peer, name: `${peer} small`, database: small.database },
    { peer, name: `${peer} large`, database: large.database },
  ]);
  return withPeers(four, async (peers) => {
    const on = (size: string) => peers.filter(({ name }) => name.endsWith(size));
    const ready = new Map([
      ...(await verified(on('small'), 'L', small.calls)),
      ...(await verified(on('large'), 'L', large.calls)),
    ]);
    const { rounds, seconds } = order;
    const turns = await inRounds({ workload: 'L', peers, ready, generator, databasePid: server.pid, rounds, seconds, say });
    const kept = (peer: string) => ratiosOf(turns.get(`${peer} large`) ?? [], turns.get(`${peer} small`) ?? []).throughputRatio;
    return { ours: kept('guichet'), limit: kept('limit') };
  });
}
