import type { AccountLog } from '../account-parts.ts';

/**
 * Ends or renews the sessions that a change of rights ends. It comes after what was done, which stands: a failure is told to the operator and
 * not to the person, who would be told to try again what cannot be done twice. What they may do is read anew on each request.
 */
export async function onceItStands<Renewed>(log: AccountLog, act: () => Promise<Renewed>): Promise<Renewed | 'NOT_ENDED'> {
  try {
    return await act();
  } catch (error) {
    const told = { event: 'sessions-not-ended', error: error instanceof Error ? error.name : 'unknown' };
    log.error(told, 'Rights have changed, and the sessions they change with could not be ended');
    return 'NOT_ENDED';
  }
}
