import {
  type ApplicationRow,
  lockApplication,
  lockCandidateOf,
  readApplications,
} from '@guichet/database/application/application.read';
import { type CampaignFacts, readCampaignFacts } from '@guichet/database/campaign/campaign-facts.read';
import { NotFound } from '@guichet/database/session/not-found';
import type { Work } from '@guichet/database/session/work';
import { type RawBuilder, sql } from 'kysely';
import { type Outcome, once } from '../once.ts';

/** What every act on a dossier is given. */
export interface ApplicationAct {
  readonly applicationId: string;
  readonly expectedVersion: number;
  readonly idempotencyKey: string;
}

/** Somebody else, or another window, changed it first. */
export interface StaleVersion {
  readonly reason: 'STALE_VERSION';
  readonly currentVersion: number;
}

/** A dossier held for one act, with what its rules look at. */
export interface HeldApplication {
  readonly application: ApplicationRow;
  readonly campaign: CampaignFacts;
}

interface Act<Input extends ApplicationAct> {
  readonly operation: string;
  readonly input: Input;
  /** Whether its rules look at the schools that stand in the draft and at no others: their notices alone are then read. */
  readonly looksAtDraftedAlone?: boolean;
  /** Whether it writes what the candidate's dossiers of other campaigns share: who they are, and how they are reached. */
  readonly writesShared?: boolean;
}

/** What of an act goes to the database with the end of it. */
export interface Settling {
  /** What it sets on the dossier’s own row, which moves once. */
  readonly sets?: RawBuilder<unknown>;
  /** What is on its way there already, and need not be waited for alone. */
  readonly writing?: Promise<unknown>;
}

/** What an act answers: every objection, or none when it was done. */
type Perform<R> = (held: HeldApplication) => Promise<readonly R[] | Settling>;

/**
 * One act on one own dossier: once per key, alone on its row, refused when the version moved. The version moves with it. Reading
 * comes after the lock, as a statement of its own, so that it sees what the act before has written. Objections bear the zone of
 * their campaign, in which dates are told.
 */
export function actOnApplication<R, Input extends ApplicationAct>(
  work: Work,
  { operation, input, looksAtDraftedAlone = false, writesShared = false }: Act<Input>,
  perform: Perform<R>,
): Promise<Outcome<R | StaleVersion>> {
  const { applicationId, expectedVersion, idempotencyKey } = input;
  const done = { applicationId };
  return once<R | StaleVersion>(work, { operation, key: idempotencyKey, input, done }, async () => {
    const held = await hold(work, applicationId, { isOfDraftedAlone: looksAtDraftedAlone, writesShared });
    const { version } = held.application;
    if (version !== expectedVersion) return { refused: [{ reason: 'STALE_VERSION', currentVersion: version }] };
    const performed = await perform(held);
    if (isRefused(performed)) return { refused: performed.map((objection) => ({ ...objection, zone: held.campaign.zone })) };
    const { sets, writing } = performed;
    const further = sets ? sql`, ${sets}` : sql``;
    const moving = sql`update app.application set version = version + 1 ${further} where id = ${applicationId}`.execute(work.db);
    return { done, settling: Promise.all([writing, moving]) };
  });
}

const isRefused = <R>(performed: readonly R[] | Settling): performed is readonly R[] =>
  Array.isArray(performed) && performed.length > 0;

interface Holding {
  readonly isOfDraftedAlone: boolean;
  readonly writesShared: boolean;
}

async function hold({ db }: Work, id: string, { isOfDraftedAlone, writesShared }: Holding): Promise<HeldApplication> {
  // In one round trip, in this order: each statement sees what was committed when its turn came, so the reading sees what the lock waited for.
  const [isHeld, , [application], campaign] = await Promise.all([
    lockApplication(db, id),
    // Answers are written over those that were read: what another window wrote meanwhile would be undone.
    writesShared ? lockCandidateOf(db, id) : null,
    readApplications(db, { ids: [id] }),
    readCampaignFacts(db, { ofApplication: id, isOfDraftedAlone }),
  ]);
  if (!isHeld || !application || !campaign) throw new NotFound();
  return { application, campaign };
}
