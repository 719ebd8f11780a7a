import { setTimeout as pause } from 'node:timers/promises';
import type { Manner } from '../site/mail-sink.ts';
import type { Fault } from './kinds.ts';

const manners: readonly Manner[] = ['REFUSE', 'HANG_UP', 'SLOW', 'TWICE', 'BAN'];

/** The receiving server refuses, hangs up after it took the mail, answers late or twice. */
export const spoilMail: Fault = async ({ site: { sink } }, times) => {
  sink.misbehave(Array.from({ length: times }, (_, turn) => manners[turn % manners.length] ?? 'TAKE'));
  while (sink.due() > 0) await pause(50);
  return {};
};
