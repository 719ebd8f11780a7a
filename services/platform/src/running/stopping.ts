/** What must be stopped, the last started first. */
export interface Stopping {
  add(stop: () => Promise<void>): void;
  /** Runs every stop, even after one failed; called again it answers the same. */
  run(): Promise<void>;
}

export function stopping(): Stopping {
  const stops: (() => Promise<void>)[] = [];
  let running: Promise<void> | undefined;
  return {
    add: (stop) => void stops.push(stop),
    run: () => {
      running ??= runAll(stops.toReversed());
      return running;
    },
  };
}

async function runAll(stops: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const stop of stops) await stop().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw new AggregateError(failures, 'The platform did not stop cleanly');
}
