/** One line of the print: seconds are a median of the repetitions; the budget is in seconds, absent when only printed. */
export interface Line {
  readonly case: string;
  readonly seconds: number;
  /** Processor time of the same work: on a busy machine the figure to read. */
  readonly cpuSeconds?: number;
  readonly budget?: number;
  /** How many times faster than the textbook of the same run. */
  readonly ratio?: number;
  readonly peakMB?: number;
}

interface Timing {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

/** The median of so many runs, each given what is prepared for it apart. */
export function median<Given = undefined>(
  times: number,
  run: (given: Given) => unknown,
  prepare: () => Given = () => undefined as Given,
): Timing {
  const timings = Array.from({ length: times }, () => {
    const given = prepare();
    const cpu = process.cpuUsage();
    const start = performance.now();
    run(given);
    const { user, system } = process.cpuUsage(cpu);
    return { seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
  });
  const middle = (figure: keyof Timing) =>
    timings.map((timing) => timing[figure]).toSorted((a, b) => a - b)[times >> 1] as number;
  return { seconds: middle('seconds'), cpuSeconds: middle('cpuSeconds') };
}
