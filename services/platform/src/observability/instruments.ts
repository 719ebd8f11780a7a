import type { GatewayWatch } from '@guichet/gateway/http/watch/gateway-watch';
import type { WorkerWatch } from '@guichet/worker/watch/worker-watch';
import type { Worker } from '@guichet/worker/worker';
import type { MachineSettings } from '../running/machine-settings.ts';
import type { MetricsParts } from './metrics.ts';

/** What looks on; whatever is undefined is off and costs nothing. */
export interface Instruments {
  readonly gateway: GatewayWatch | undefined;
  readonly worker: WorkerWatch | undefined;
  /** Where metrics are read; null where nothing listens. */
  readonly metricsUrl: string | null;
  /** The worker is there: what waits can be asked for. */
  knows(worker: Worker): void;
  stop(): Promise<void>;
}

const off: Instruments = { gateway: undefined, worker: undefined, metricsUrl: null, knows: () => {}, stop: async () => {} };

/** The instruments the settings name; none of their libraries is read into memory for those they do not. */
export async function startInstruments({
  metrics,
  tracesUrl,
}: Pick<MachineSettings, 'metrics' | 'tracesUrl'>): Promise<Instruments> {
  if (metrics === null && tracesUrl === null) return off;
  const { presentBuild } = await import('./build.ts');
  const { operationNames } = await import('./operation-names.ts');
  const parts = { build: presentBuild(), nameOf: operationNames() };
  const counting = metrics === null ? off : await countingAt(parts, metrics);
  if (tracesUrl === null) return counting;
  const { createTraces } = await import('./traces.ts');
  const traces = createTraces({ ...parts, url: tracesUrl });
  return {
    ...counting,
    gateway: bothGateways(traces.gateway, counting.gateway),
    worker: bothWorkers(traces.worker, counting.worker),
    stop: async () => {
      await Promise.all([counting.stop(), traces.stop()]);
    },
  };
}

async function countingAt(parts: MetricsParts, place: NonNullable<MachineSettings['metrics']>): Promise<Instruments> {
  const { createMetrics } = await import('./metrics.ts');
  const { serveMetrics } = await import('./metrics-listener.ts');
  const { waitingMetrics } = await import('./waiting-metrics.ts');
  const { registry, gateway, worker } = createMetrics(parts);
  const { url, stop } = await serveMetrics(registry, place);
  return { gateway, worker, metricsUrl: url, knows: (known) => waitingMetrics(registry, () => known.atWork()), stop };
}

function bothGateways(first: GatewayWatch, second: GatewayWatch | undefined): GatewayWatch {
  if (second === undefined) return first;
  return {
    pool: (name, pool) => {
      first.pool(name, pool);
      second.pool(name, pool);
    },
    replicaAsked: (isCaughtUp) => second.replicaAsked(isCaughtUp),
    request: (run) => {
      const ends: ReturnType<GatewayWatch['request']>[] = [];
      ends.push(first.request(() => void ends.push(second.request(run))));
      return (answered) => {
        for (const end of ends) end(answered);
      };
    },
  };
}

function bothWorkers(first: WorkerWatch, second: WorkerWatch | undefined): WorkerWatch {
  if (second === undefined) return first;
  return {
    pool: (name, pool) => {
      first.pool(name, pool);
      second.pool(name, pool);
    },
    replicaAsked: (isCaughtUp) => second.replicaAsked(isCaughtUp),
    job: (job) => first.job(second.job(job)),
  };
}
