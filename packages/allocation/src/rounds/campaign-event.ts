import type { Id } from '../market/market.ts';

/** A wish of a candidate, by ids. */
export interface WishNamed {
  readonly candidate: Id;
  readonly programme: Id;
}

/** Yes definitive, yes but, slide or no (R6); `keep` names the waiting wishes kept. */
export interface ReplyEvent extends WishNamed {
  readonly do: 'reply';
  readonly answer: 'yes-definitive' | 'yes-but' | 'slide' | 'no';
  readonly keep?: readonly Id[];
}

/** Everything that may befall a campaign between two runs; the order of the log decides races. */
export type CampaignEvent =
  | ReplyEvent
  | (WishNamed & { readonly do: 'expire' | 'withdraw' | 'reinstate' | 'supernumerary' })
  | { readonly do: 'leave'; readonly candidate: Id }
  | { readonly do: 'order'; readonly candidate: Id; readonly ranking: readonly Id[]; readonly auto?: boolean }
  | (WishNamed & { readonly do: 'insert'; readonly rank: number; readonly pool?: Id })
  | {
      readonly do: 'correct';
      readonly programme: Id;
      readonly ranking: readonly Id[];
      readonly marked?: readonly Id[];
      readonly pool?: Id;
    }
  | { readonly do: 'close' | 'stop'; readonly programme: Id }
  | { readonly do: 'set-target'; readonly programme: Id; readonly target: number; readonly block?: string }
  | { readonly do: 'call-up-to'; readonly programme: Id; readonly rank: number };
