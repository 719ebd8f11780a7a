import { medianOf, ratiosOf } from './measure/ratios.ts';
import type { Turn } from './measure/rounds.ts';

/** One workload as a table on the terminal. */
export function toldTable(say: (line: string) => void, workload: string, turns: ReadonlyMap<string, readonly Turn[]>): void {
  const [first] = turns.values();
  const ours = turns.get('guichet') ?? first ?? [];
  say(`\n${workload}                req/s   p50 ms   p99 ms   server ms   database ms    MB   first ÷ it: req/s     cpu    p99`);
  for (const [name, of] of turns) {
    const median = (figure: (turn: Turn) => number, digits: number) => medianOf(of.map(figure)).toFixed(digits);
    const ratios = ratiosOf(ours, of);
    const figures = [
      median(({ perSecond }) => perSecond, 0).padStart(8),
      median(({ p50 }) => p50, 1).padStart(8),
      median(({ p99 }) => p99, 1).padStart(8),
      median(({ server }) => server, 3).padStart(11),
      median(({ database }) => database, 3).padStart(13),
      median(({ megabytes }) => megabytes, 0).padStart(5),
      ratios.throughputRatio.toFixed(3).padStart(19),
      ratios.cpuRatio.toFixed(2).padStart(7),
      ratios.p99Ratio.toFixed(2).padStart(6),
    ];
    say(`${name.padEnd(13)}${figures.join(' ')}`);
  }
}
