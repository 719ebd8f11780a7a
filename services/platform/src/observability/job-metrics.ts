import type { Job } from '@guichet/worker/clock/every';
import { Counter, Histogram, type Registry } from 'prom-client';

/** The same job, each of its looks counted and timed. */
export function jobMetrics(registry: Registry): (job: Job) => Job {
  const registers = [registry];
  const labelNames = ['job'] as const;
  const durations = new Histogram({
    name: 'guichet_job_duration_seconds',
    help: 'Time a job of this worker took for one look, whatever it found.',
    labelNames,
    buckets: [0.01, 0.05, 0.25, 1, 5, 30, 120],
    registers,
  });
  const done = new Counter({ name: 'guichet_job_done_total', help: 'What a job of this worker did.', labelNames, registers });
  const failed = new Counter({ name: 'guichet_job_failures_total', help: 'Looks that failed.', labelNames, registers });
  return (job) => {
    const label = { job: job.name };
    done.inc(label, 0);
    failed.inc(label, 0);
    const run = async () => {
      const end = durations.startTimer(label);
      try {
        const found = await job.run();
        done.inc(label, found);
        return found;
      } catch (error) {
        failed.inc(label);
        throw error;
      } finally {
        end();
      }
    };
    return { ...job, run };
  };
}
