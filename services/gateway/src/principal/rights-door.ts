import type { Hats } from '@guichet/admissions/account/hats-of';
import type { InvitationRefused } from '@guichet/admissions/membership/take-invitation';
import type { Outcome } from '@guichet/admissions/once';
import type { Session } from '../account/session-of.ts';

/** What came of an invitation shown by its link, and the hats its holder has from now on. */
export interface Accepted {
  readonly outcome: Outcome<InvitationRefused>;
  readonly hats: Hats;
}

/** What a change of rights does beside the request's own transaction. */
export interface RightsDoor {
  /** Takes an invitation for whoever is signed in, whatever their hat; attempts are counted by network, as on the page of the link. */
  accept(session: Session, given: { readonly token: string; readonly idempotencyKey: string }): Promise<Accepted>;
  /**
   * What follows a change of rights that stands: the sessions of whom it concerns end, and whoever changed their own goes on under a new
   * one. Never fails: what was done stays done.
   */
  changed(accountId: string, asking: Session | null): Promise<void>;
}
