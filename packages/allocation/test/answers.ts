import { allocate } from '@guichet/allocation/batch/allocate';
import { answerTo } from '@guichet/allocation/cli/fixture-answer';
import type { Id, MarketInput, SealedBlock, SealedMarket } from '@guichet/allocation/market/market';
import { NOWHERE } from '@guichet/allocation/market/market';
import { isRefusal } from '@guichet/allocation/market/objections';
import { sealMarket } from '@guichet/allocation/market/seal-market';
import type { Places } from './batch/brute-force.ts';

/** A market that must be sound. */
export function sealed(input: MarketInput): SealedMarket {
  const market = sealMarket(input);
  if (isRefusal(market)) throw new Error(JSON.stringify(market.refused));
  return market;
}

/** Who goes where, candidates proposing unless said. */
export function placed(input: MarketInput, proposing: 'candidates' | 'programmes' = 'candidates'): Places {
  const market = sealed(input);
  const { admitted } = allocate(market, { proposing });
  return Object.fromEntries(
    market.candidateIds.map((id, candidate) => {
      const block = admitted[candidate] as number;
      return [id, block === NOWHERE ? null : (market.programmeIds[(market.blocks[block] as SealedBlock).programme] as Id)];
    }),
  );
}

/** The printed answer, as plain JSON. */
export const answer = (document: object): Printed => JSON.parse(JSON.stringify(answerTo(document)));

/** Whatever a document prints. */
export interface Printed {
  readonly matching: Places;
  readonly cutoffs: Readonly<
    Record<
      Id,
      {
        readonly filled: number;
        readonly lastAdmittedRank: number | null;
        readonly blocks: readonly {
          readonly name: string;
          readonly seats: number;
          readonly filled: number;
          readonly lastRank: number | null;
        }[];
      }
    >
  >;
  readonly callOrder: Readonly<Record<Id, readonly Id[]>>;
  readonly singleStable?: boolean;
  readonly perRun: readonly RunPrinted[];
  readonly holdings: Readonly<Record<Id, readonly Id[]>>;
  readonly refused?: readonly { readonly reason: string; readonly path: string; readonly message: string }[];
  readonly variants: readonly { readonly name: string; readonly matching: Places }[];
}

/** Whatever a run prints. */
export interface RunPrinted {
  readonly offers: Readonly<Record<Id, readonly Id[]>>;
  readonly autoDropped: readonly (readonly [Id, Id])[];
  readonly waitingRank: Readonly<Record<Id, Readonly<Record<Id, number>>>>;
  readonly lastCalled: Readonly<Record<Id, number>>;
}
