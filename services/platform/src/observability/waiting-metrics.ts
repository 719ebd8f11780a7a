import type { AtWork } from '@guichet/worker/watch/waiting';
import { Gauge, type Registry } from 'prom-client';

/** However often somebody looks, the database is asked once in so long. */
const freshMs = 5000;

interface WaitingGauge {
  readonly name: string;
  readonly help: string;
  readonly label: 'what' | 'job';
  readonly read: (found: AtWork) => readonly (readonly [string, number])[];
}

const each = (of: 'waiting' | 'oldestSeconds' | 'givenUp') => (found: AtWork) =>
  found.waiting.map((one) => [one.what, one[of]] as const);

const gauges: readonly WaitingGauge[] = [
  {
    name: 'guichet_outbox_waiting',
    help: 'Mails and exports that wait, by what they are; the same from every worker.',
    label: 'what',
    read: each('waiting'),
  },
  {
    name: 'guichet_outbox_oldest_seconds',
    help: 'For how long the oldest of them has waited.',
    label: 'what',
    read: each('oldestSeconds'),
  },
  { name: 'guichet_outbox_given_up', help: 'Mails and exports given up.', label: 'what', read: each('givenUp') },
  {
    name: 'guichet_job_looked_seconds_ago',
    help: 'Since when no worker at all looked for this job.',
    label: 'job',
    read: ({ looks }) => looks.map(({ job, secondsAgo }) => [job, secondsAgo] as const),
  },
];

/** What there is still to do, asked of the database when somebody looks; nothing is told where it does not answer. */
export function waitingMetrics(registry: Registry, atWork: () => Promise<AtWork>): void {
  const present = remembered(atWork);
  for (const { name, help, label, read } of gauges) {
    const gauge: Gauge = new Gauge({
      name,
      help,
      labelNames: [label],
      registers: [],
      async collect() {
        this.reset();
        const found = await present();
        if (found !== null) for (const [word, value] of read(found)) this.set({ [label]: word }, value);
      },
    });
    registry.registerMetric(gauge);
  }
}

function remembered(atWork: () => Promise<AtWork>): () => Promise<AtWork | null> {
  let [asked, found]: [number, Promise<AtWork | null>] = [-Infinity, Promise.resolve(null)];
  return () => {
    if (performance.now() - asked > freshMs) [asked, found] = [performance.now(), atWork().catch(() => null)];
    return found;
  };
}
