import { parseArgs } from 'node:util';
import { type PeerName, peerNames } from './peers.ts';

export const workloads = ['L', 'D', 'S'] as const;
export type WorkloadName = (typeof workloads)[number];

/** What a run of the bench is to measure. */
export interface BenchOrder {
  /** Guichet first: every ratio is its figure ÷ the other's. */
  readonly peers: readonly PeerName[];
  readonly workloads: readonly WorkloadName[];
  readonly seconds: number;
  readonly rounds: number;
  /** Candidacies. */
  readonly rows: number;
  readonly isQuick: boolean;
  /** Only a whole comparison is kept in docs. */
  readonly isKept: boolean;
  /** Name of the folder of its database: two runs at once need two. */
  readonly folder: string;
  /** Where the report goes besides; null keeps it on the terminal. */
  readonly json: string | null;
}

const usage = `usage: pnpm bench [--quick] [--only guichet,limit] [--workload L] [--seconds 3] [--rounds 5] [--rows 60000] [--folder NAME] [--json FILE]
  peers: ${peerNames.join(', ')}; workloads: ${workloads.join(', ')}`;

/** The order as given; null, with the reason told, when it cannot be understood. */
export function orderOf(given: readonly string[], say: (line: string) => void): BenchOrder | null {
  try {
    const { values } = parseArgs({ args: [...given], options });
    return {
      peers: listed(values.only, peerNames),
      workloads: listed(values.workload, workloads),
      seconds: Number(values.seconds ?? (values.quick ? 3 : 4)),
      rounds: Number(values.rounds ?? (values.quick || values.only ? 5 : 7)),
      rows: Number(values.rows),
      isQuick: values.quick,
      isKept: values.only === undefined && values.workload === undefined && values.rows === '60000',
      folder: values.folder,
      json: values.json ?? null,
    };
  } catch (error) {
    say(`${error instanceof Error ? error.message : error}\n${usage}`);
    return null;
  }
}

const options = {
  only: { type: 'string' },
  workload: { type: 'string' },
  seconds: { type: 'string' },
  rounds: { type: 'string' },
  rows: { type: 'string', default: '60000' },
  folder: { type: 'string', default: 'bench-database' },
  quick: { type: 'boolean', default: false },
  json: { type: 'string' },
} as const;

function listed<T extends string>(text: string | undefined, known: readonly T[]): readonly T[] {
  if (text === undefined) return known;
  const asked = text.split(',');
  const strange = asked.filter((name) => !known.includes(name as T));
  if (strange.length > 0) throw new Error(`Nothing is called ${strange.join(', ')}.`);
  return known.filter((name) => asked.includes(name));
}
