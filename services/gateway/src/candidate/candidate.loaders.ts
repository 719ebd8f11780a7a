import { type CandidateRow, readCandidate } from '@guichet/database/candidate/candidate.read';
import type { Context } from '../principal/request-context.ts';

/** The acting candidate by id; null for anybody else's. */
export const ownCandidate = async (context: Context, id: string): Promise<CandidateRow | null> =>
  readCandidate((await context.reading()).db, id);
