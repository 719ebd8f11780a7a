import type { Locale } from '../http/locale.ts';
import { codeWords, type UserErrorCode, type UserErrorType } from './user-error.type.ts';

/** An objection as a rule returns it: its reason, the facts it names, and where in the input it stands. */
export interface Objection {
  readonly reason: UserErrorCode;
  readonly path?: readonly string[] | null;
  readonly closedAt?: Temporal.Instant;
  readonly opensAt?: Temporal.Instant;
  readonly currentVersion?: number;
  readonly item?: { readonly reason: UserErrorCode; readonly path: readonly string[]; readonly max?: number };
  readonly [fact: string]: unknown;
}

/** Words an objection in the reader's language; dates are written in full, in the zone they were announced in. */
export const worded =
  (locale: Locale, zone = 'Europe/Paris') =>
  (objection: Objection): UserErrorType => ({
    ...objection,
    code: objection.reason,
    message: messageOf(objection, locale, zone),
    path: objection.item?.path ?? objection.path ?? null,
  });

/** The sentence for an objection, its facts filled in. */
export function messageOf(objection: Objection, locale: Locale, zone: string): string {
  const { item, closedAt, opensAt } = objection;
  const at = closedAt ?? opensAt;
  const facts: Record<string, unknown> = {
    ...objection,
    ...(at ? { date: dateInFull(at, locale, zone) } : {}),
    // The item says in its own words how to mend it; its full stop would stand twice.
    ...(item ? { item: messageOf(item, locale, zone).replace(/\.$/, '') } : {}),
  };
  return codeWords[objection.reason][locale].replaceAll(/\{(\w+)\}/g, (_, fact: string) => String(facts[fact] ?? ''));
}

const zoneNames = { 'Europe/Paris': { fr: 'heure de Paris', en: 'Paris time' } } as const;

/** A deadline in full, as people read it: weekday, day, time, zone. */
export function dateInFull(at: Temporal.Instant, locale: Locale, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const language = locale === 'fr' ? 'fr-FR' : 'en-GB';
  const day = local.toPlainDate().toLocaleString(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const minute = String(local.minute).padStart(2, '0');
  const time = locale === 'fr' ? `${local.hour}\u00a0h\u00a0${minute}` : `${local.hour}:${minute}`;
  const where = zoneNames[zone as keyof typeof zoneNames]?.[locale] ?? zone;
  return locale === 'fr' ? `${day} à ${time} (${where})` : `${day} at ${time} (${where})`;
}
