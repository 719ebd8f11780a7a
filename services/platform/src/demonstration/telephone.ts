import { codeSeconds } from '@guichet/domain/account/second-factor';
import { codeAt } from '@guichet/gateway/account/second-factor/time-code';

/** What the telephone of a demo account shows: its code, and for how many more seconds. */
export interface Shown {
  readonly code: string;
  readonly secondsLeft: number;
}

/** The present code, or the one after it: a telephone that runs half a minute fast. */
export function telephoneOf(base32: string, which: 'PRESENT' | 'NEXT' = 'PRESENT'): Shown {
  // oxlint-disable-next-line no-restricted-properties -- stands for a telephone, which has a clock of its own
  const now = Temporal.Now.instant();
  const at = which === 'PRESENT' ? now : now.add({ seconds: codeSeconds });
  const secondsLeft = codeSeconds - Math.floor((now.epochMilliseconds / 1000) % codeSeconds);
  return { code: codeAt(base32, at), secondsLeft };
}
