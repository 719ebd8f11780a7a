import type { Ratios } from './measure/ratios.ts';
import type { WorkloadName } from './order.ts';

/** What a run of the bench found; every ratio is Guichet's figure ÷ the other's. */
export interface BenchReport {
  readonly machine: string;
  /** Candidacies. */
  readonly rows: number;
  readonly workloads: Partial<Record<WorkloadName, Readonly<Record<string, Ratios>>>>;
  /** The leanest GraphQL by the product's own scope ÷ the same without, on D: past the policies both, and the first one under them. */
  readonly scoping: (Scoping & { readonly withPolicies?: Scoping }) | null;
  /** Database processor time of the gateway's L with row-level security ÷ without. */
  readonly policies: { readonly databaseRatio: number } | null;
  readonly statements: Partial<Record<WorkloadName, number>>;
  /** Throughput of L at 600,000 ÷ at 60,000; null in the quick form. */
  readonly growth: { readonly ours: number; readonly limit: number } | null;
  /** Of the gateway under L. */
  readonly rssMb: number;
  /** Medians by workload and server: what the ratios are made of, for reading, never for comparing two runs. */
  readonly figures: Partial<Record<WorkloadName, Readonly<Record<string, Figures>>>>;
}

interface Scoping {
  readonly throughputRatio: number;
  readonly p99Ratio: number;
}

export interface Figures {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Processor time a request, in milliseconds. */
  readonly server: number;
  readonly database: number;
  readonly megabytes: number;
}
