import type { BulkOutcome, UndoOutcome } from '@guichet/domain/bulk-act/bulk-act';
import type { Locale } from '../http/locale.ts';

interface Told {
  readonly place: number;
  readonly outcome: BulkOutcome;
  readonly undoOutcome: UndoOutcome | null;
}

type Words = readonly [one: string, several: string];
type Part = Exclude<BulkOutcome, 'DONE'> | UndoOutcome;

const head: Readonly<Record<Locale, Words>> = { fr: ['dossier', 'dossiers'], en: ['dossier', 'dossiers'] };
const pairs: Readonly<Record<Locale, Words>> = { fr: ['lecture', 'lectures'], en: ['reading', 'readings'] };

/** In the order a sentence tells them; what was simply done needs no word. */
const parts: Readonly<Record<Locale, Readonly<Record<Part, Words>>>> = {
  fr: {
    ALREADY: ['déjà traité', 'déjà traités'],
    WITHDRAWN: ['retiré', 'retirés'],
    FULL: ['au-delà de la charge', 'au-delà de la charge'],
    NOT_A_READER: ['à une personne qui n’évalue pas', 'à une personne qui n’évalue pas'],
    NOT_FOUND: ['introuvable', 'introuvables'],
    UNDONE: ['remis comme avant', 'remis comme avant'],
    CHANGED_SINCE: ['modifié depuis', 'modifiés depuis'],
  },
  en: {
    ALREADY: ['already done', 'already done'],
    WITHDRAWN: ['withdrawn', 'withdrawn'],
    FULL: ['beyond the load', 'beyond the load'],
    NOT_A_READER: ['to somebody who does not review', 'to somebody who does not review'],
    NOT_FOUND: ['not found', 'not found'],
    UNDONE: ['as before', 'as before'],
    CHANGED_SINCE: ['changed since', 'changed since'],
  },
};

/** An act in a sentence: how many dossiers, and what of them is out of the ordinary ("12 dossiers, 1 déjà traité"). */
export function summaryOf(outcomes: readonly Told[], locale: Locale): string {
  const dossiers = new Set(outcomes.map(({ place }) => place)).size;
  const readings = outcomes.length === dossiers ? [] : [counted(outcomes.length, pairs[locale])];
  const told = (Object.keys(parts[locale]) as Part[]).flatMap((part) => {
    const n = outcomes.filter(({ outcome, undoOutcome }) => outcome === part || undoOutcome === part).length;
    return n === 0 ? [] : [counted(n, parts[locale][part])];
  });
  return [counted(dossiers, head[locale]), ...readings, ...told].join(', ');
}

// French counts nothing and one alike; no act is about none.
const counted = (n: number, [one, several]: Words) => `${n}\u00a0${n === 1 ? one : several}`;
