import { tmpdir } from 'node:os';
import { type Account, canReach } from './unprivileged-account.ts';

/** The machine's temporary folder, or the next usual one when the lent account cannot enter it. */
export function temporaryFolder(account: Account | undefined): string {
  const found = [tmpdir(), '/tmp', '/var/tmp'].find((folder) => canReach(folder, account));
  if (!found) throw new Error(`The account with uid ${account?.uid} can enter none of the temporary folders of this machine.`);
  return found;
}
