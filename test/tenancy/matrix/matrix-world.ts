import type { OutgoingMail } from '@guichet/worker/mail/mailer';
import { aCanaryWorld, type CanaryWorld } from '../canary-world.ts';
import { keepPastSeason } from './left-behind/by-a-past-season.ts';
import { askForExport, openByKey, workOf } from './left-behind/by-a-team.ts';
import { workOfConsortium } from './left-behind/by-the-consortium.ts';
import { workOfWorker } from './left-behind/by-the-worker.ts';
import { plantRows, plantWork } from './left-behind/planted.ts';

/** The fixture of the cases with everything teams, the consortium and the worker leave behind. */
export interface MatrixWorld extends CanaryWorld {
  /** The mails that left, as their readers got them. */
  readonly mails: readonly OutgoingMail[];
}

/** Every text a word of its own, and every field of the contract something to answer. */
export async function aMatrixWorld(): Promise<MatrixWorld> {
  const fixture = await aCanaryWorld();
  // A second apart, so that the newest of a list is always the same.
  const next = () => fixture.world.later({ seconds: 1 });
  await next();
  for (const side of ['A', 'B'] as const) await workOf(fixture, side);
  await workOfConsortium(fixture);
  await next();
  await plantRows(fixture);
  await keepPastSeason(fixture);
  const mails = await workOfWorker(fixture.world);
  await plantWork(fixture);
  for (const side of ['A', 'B'] as const) await askForExport(fixture, side);
  await next();
  for (const side of ['A', 'B'] as const) await openByKey(fixture, side);
  // An account becomes a candidate by acting as one: what it then moves is its own.
  await fixture.people.C4.read('{ me { id } }');
  return { ...fixture, mails };
}
