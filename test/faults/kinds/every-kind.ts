import { cutCommit, loseAnswer } from './cut-commit.ts';
import { drain } from './drain.ts';
import { exhaustPool } from './exhaust-pool.ts';
import { killBackend } from './kill-backend.ts';
import { killGateway } from './kill-gateway.ts';
import type { Fault } from './kinds.ts';
import { spoilMail } from './spoil-mail.ts';
import { stopServer } from './stop-server.ts';

/** Every kind of fault by its name; a full disk needs a disk of its own. */
export const kinds = {
  killGateway,
  killBackend,
  stopServer,
  cutCommit,
  loseAnswer,
  spoilMail,
  drain,
  exhaustPool,
} satisfies Readonly<Record<string, Fault>>;

export type KindName = keyof typeof kinds;
