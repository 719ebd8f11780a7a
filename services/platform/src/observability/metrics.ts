import type { AnsweredRequest, GatewayWatch } from '@guichet/gateway/http/watch/gateway-watch';
import type { WorkerWatch } from '@guichet/worker/watch/worker-watch';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Build } from './build.ts';
import { jobMetrics } from './job-metrics.ts';
import { poolMetrics } from './pool-metrics.ts';

/** What is counted, and where it is read. */
export interface Metrics {
  readonly registry: Registry;
  readonly gateway: GatewayWatch;
  readonly worker: WorkerWatch;
}

export interface MetricsParts {
  readonly build: Build;
  /** The name an operation is counted under, one of a bounded list. */
  readonly nameOf: (name: string | null) => string;
}

/** Everything counted in this process. Labels come from lists of ours: routes, codes, jobs, names of examples; never a word of anybody's. */
export function createMetrics({ build, nameOf }: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const shown = new Gauge({
    name: 'guichet_build_info',
    help: 'What runs here; always 1.',
    labelNames: ['commit', 'migration', 'node'],
    registers: [registry],
  });
  shown.set({ ...build }, 1);
  const [pool, replicaAsked] = [poolMetrics(registry), replicaMetrics(registry)];
  const counted = requestMetrics(registry, nameOf);
  return {
    registry,
    gateway: {
      pool: (name, given) => pool(`gateway-${name}`, given),
      replicaAsked: (isCaughtUp) => replicaAsked('gateway', isCaughtUp),
      request: (run) => {
        run();
        return counted;
      },
    },
    worker: {
      pool: (name, given) => pool(`worker-${name}`, given),
      replicaAsked: (isCaughtUp) => replicaAsked('worker', isCaughtUp),
      job: jobMetrics(registry),
    },
  };
}

function replicaMetrics(registry: Registry) {
  const asked = new Counter({
    name: 'guichet_replica_readings_total',
    help: 'Readings wanted from the streaming copy: COPY when it was up to them, PRIMARY when it was behind or away.',
    labelNames: ['from', 'answered'],
    registers: [registry],
  });
  return (from: 'gateway' | 'worker', isCaughtUp: boolean) => asked.inc({ from, answered: isCaughtUp ? 'COPY' : 'PRIMARY' });
}

const seconds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 5];

function requestMetrics(registry: Registry, nameOf: MetricsParts['nameOf']): (answered: AnsweredRequest) => void {
  const registers = [registry];
  const requests = new Counter({
    name: 'guichet_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'guichet_operation_duration_seconds',
    help: 'Time from the first byte of a request to the last of its answer, by operation: the published examples, and other.',
    labelNames: ['operation', 'kind'],
    buckets: seconds,
    registers,
  });
  const errors = new Counter({
    name: 'guichet_operation_errors_total',
    help: 'Operations answered with an error, by its code; one that failed in two ways counts under both.',
    labelNames: ['operation', 'code'],
    registers,
  });
  return ({ method, route, status, seconds: spent, operation }) => {
    requests.inc({ method: methodOf(method), route: route ?? 'none', status });
    if (operation === null) return;
    const name = nameOf(operation.name);
    durations.observe({ operation: name, kind: operation.kind ?? 'none' }, spent);
    for (const code of operation.codes) errors.inc({ operation: name, code });
  };
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const methodOf = (method: string) => (methods.has(method) ? method : 'other');
