import type { Client } from 'pg';
import type { Told } from '../clients/crowd.ts';
import { dataOf } from '../clients/submission.ts';
import type { MailSink } from '../site/mail-sink.ts';
import type { Candidate } from '../site/planted-drafts.ts';
import { type CandidateRows, readRows } from './candidate-rows.ts';

/** What must be zero at the end of a run, whatever broke. */
export interface Findings {
  /** Acknowledged, and not submitted. */
  readonly lost: number;
  /** Told for good that it cannot be, though nothing was wrong with the dossier. */
  readonly refused: number;
  /** Sent again after the answer was heard, or lost on its way, another came. */
  readonly otherwise: number;
  /** Done more than once: a second snapshot, receipt, line of the trail or key. */
  readonly duplicates: number;
  /** Submitted, and not exactly the schools chosen hold a candidacy with its whole copy; or not submitted, and a school holds something. */
  readonly wrongFanOut: number;
  /** Mails that wait, or were given up. */
  readonly unsent: number;
  /** A submission whose receipt had no effect, or more than one; an effect of a message that is no row. */
  readonly wrongEffects: number;
}

export interface Run {
  readonly administrator: Client;
  readonly sink: MailSink;
  readonly candidates: readonly Candidate[];
  readonly told: Told;
  /** Bodies of answers that were lost on their way. */
  readonly lostAnswers: readonly string[];
}

/** Compares what the clients were told, what the database holds and what the receiver of mail did. */
export async function findingsOf(run: Run): Promise<Findings> {
  const { administrator, sink, candidates, told } = run;
  const rowsOf = await readRows(administrator, candidates);
  const held = candidates.map((candidate) => ({ candidate, rows: rowsOf(candidate) }));
  const count = (isFaulty: (each: Held) => boolean) => held.filter(isFaulty).length;
  return {
    lost: count(({ candidate, rows }) => told.acknowledged.has(candidate) && !(rows.isSubmitted && rows.snapshots > 0)),
    refused: told.refused.size,
    otherwise: told.otherwise.length + heardOtherwise(run),
    duplicates: count(({ rows }) => Math.max(rows.snapshots, rows.receipts.length, rows.traces, rows.keys) > 1),
    wrongFanOut: count(({ candidate, rows }) => !isFannedOut(rows, candidate.schools)),
    unsent: count(({ rows }) => rows.unsent > 0),
    wrongEffects: count(({ candidate, rows }) => !isToldOnce(rows, sink.effects(candidate.email))),
  };
}

/** The names of what is not zero. */
export const faultsIn = (findings: Findings): readonly string[] =>
  Object.entries(findings)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name}: ${count}`);

/** Who was answered once, did not hear it, and was then told something else. */
function heardOtherwise({ told, lostAnswers }: Run): number {
  const heard = new Set(told.acknowledged.values());
  return lostAnswers.filter((body) => !heard.has(dataOf(body))).length;
}

interface Held {
  readonly candidate: Candidate;
  readonly rows: CandidateRows;
}

function isFannedOut({ isSubmitted, schools }: CandidateRows, chosen: readonly string[]): boolean {
  const expected = isSubmitted ? chosen.join() : '';
  return schools.every((held) => held.toSorted().join() === expected);
}

function isToldOnce({ isSubmitted, receipts }: CandidateRows, effects: readonly string[]): boolean {
  if (!isSubmitted) return effects.length === 0;
  return receipts.length === 1 && effects.length === 1 && effects[0] === receipts[0];
}
