import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Fenced } from './fence.ts';

/** What an operator must know after a restore; kept beside the data and told at each start until somebody says it was read. */
export interface Restoration {
  /** When it was done, and the last commit that came back. */
  readonly at: string;
  readonly restoredTo: string;
  readonly from: string;
  readonly fenced: Fenced;
}

const fileIn = (dataFolder: string) => join(dataFolder, 'restored.json');

export function writeRestoration(dataFolder: string, restoration: Restoration): void {
  const draft = `${fileIn(dataFolder)}.draft`;
  rmSync(draft, { force: true });
  writeFileSync(draft, `${JSON.stringify(restoration, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  renameSync(draft, fileIn(dataFolder));
}

/** The restore this data folder came from, if it did and nobody took the file away. */
function readRestoration(dataFolder: string): Restoration | null {
  return existsSync(fileIn(dataFolder)) ? (JSON.parse(readFileSync(fileIn(dataFolder), 'utf8')) as Restoration) : null;
}

/** What was taken away, what came back that nobody can judge but people, and what to do; a line each. */
export function restorationWords({ at, restoredTo, from, fenced }: Restoration): readonly string[] {
  const { sessions, links, invitations, keys, openings, mails, accountMails } = fenced;
  return [
    `This database was restored at ${at} from ${from}; the last commit it holds is of ${restoredTo}.`,
    `Ended: ${sessions} sessions, ${links} links of one use, ${invitations} invitations, ${keys} keys of schools, ${openings} open break-glasses. Everybody signs in anew; schools make new keys and invite again.`,
    `Held back: ${mails} mails and ${accountMails} account mails that may have been sent already. The consortium finds them given up, with the cause RESTORED, and has those tried again that never left.`,
    'Undone without a trace here: whatever was done after that commit. Ask schools to look over their members, and people to look over passwords, addresses and second factors changed since; compare "pnpm audit:verify --heads" with the heads you keep.',
  ];
}

/** At each start, on the terminal and in the log, until somebody says that it was seen to. */
export function tellRestoration(dataFolder: string, log: Pick<Logger, 'warn'>): void {
  const restoration = readRestoration(dataFolder);
  if (restoration === null) return;
  for (const line of [...restorationWords(restoration), forgetHow(dataFolder)]) console.warn(`Warning: ${line}`);
  const { at, restoredTo, fenced } = restoration;
  log.warn({ event: 'restored', at, restoredTo, ...fenced }, 'this database was restored');
}

export const forgetHow = (dataFolder: string) => `Remove ${fileIn(dataFolder)} when this has been seen to.`;
