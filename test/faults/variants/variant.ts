import type { BrokenInCode } from '../../mutants/mutant.ts';
import type { Planned } from '../judged/trial.ts';

/** The platform as somebody might have built it, broken on purpose; the fault named must show it. */
export interface Variant {
  readonly name: string;
  readonly how: BrokenInCode | BrokenOnServer;
  readonly shownBy: Planned;
}

/** Statements run on the server as its administrator, and what takes them back. */
export interface BrokenOnServer {
  readonly kind: 'server';
  readonly statements: readonly string[];
  readonly undo: readonly string[];
}
