import type { FiledSchool } from '@guichet/database/application/application.read';
import type { Locale } from '../http/locale.ts';
import type { TimelineEntryType, TimelineKind } from './choice.type.ts';

const words: Readonly<Record<TimelineKind, Readonly<Record<Locale, string>>>> = {
  RECEIVED: { fr: 'Dossier reçu par l’école', en: 'Received by the school' },
  UPDATED: { fr: 'Nouvelle version reçue par l’école', en: 'Further version received by the school' },
  RECEIVED_ANEW: { fr: 'Dossier reçu à nouveau', en: 'Received anew' },
  WITHDRAWN: { fr: 'Candidature retirée par vous', en: 'Withdrawn by you' },
};

interface Event {
  readonly number: number;
  readonly kind: TimelineKind;
  readonly at: string;
}

/** What happened at one school, oldest first: in the order of its copies, each followed by its withdrawal. */
export function timelineOf({ copies, withdrawals }: FiledSchool, locale: Locale): TimelineEntryType[] {
  const withdrawn = new Map(withdrawals.map((each) => [each.number, each]));
  // A kept copy is named by several submissions; the school received it with the first of them.
  const received = copies.filter(({ number }, index) => copies.findIndex((copy) => copy.number === number) === index);
  const events = received.flatMap(({ number, at }): Event[] => {
    const kind = number === 1 ? 'RECEIVED' : withdrawn.has(number - 1) ? 'RECEIVED_ANEW' : 'UPDATED';
    const end = withdrawn.get(number);
    return [{ number, kind, at }, ...(end ? [{ number, kind: 'WITHDRAWN' as const, at: end.at }] : [])];
  });
  return events.map(({ kind, at }) => ({ kind, at: Temporal.Instant.from(at), words: words[kind][locale] }));
}
