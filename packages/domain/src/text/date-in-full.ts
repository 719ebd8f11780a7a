/** Languages people are written to in. */
type Language = 'fr' | 'en';

const zoneNames = { 'Europe/Paris': { fr: 'heure de Paris', en: 'Paris time' } } as const;

/**
 * An instant as people read it: weekday, day, time to the minute, and always the zone it is announced in (IANA name, or its usual
 * words); in the hour that clocks show twice, the offset from UTC tells which one is meant.
 */
export function dateInFull(at: Temporal.Instant, language: Language, zone: string): string {
  const local = at.toZonedDateTimeISO(zone);
  const locale = language === 'fr' ? 'fr-FR' : 'en-GB';
  const day = local.toPlainDate().toLocaleString(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const minute = String(local.minute).padStart(2, '0');
  const time = language === 'fr' ? `${local.hour}\u00a0h\u00a0${minute}` : `${local.hour}:${minute}`;
  const named = zoneNames[zone as keyof typeof zoneNames]?.[language] ?? zone;
  const where = isShownTwice(local) ? `${named}, UTC${local.offset}` : named;
  return language === 'fr' ? `${day.replace(/ 1 /, ' 1er ')} à ${time} (${where})` : `${day} at ${time} (${where})`;
}

function isShownTwice(local: Temporal.ZonedDateTime): boolean {
  const wall = local.toPlainDateTime();
  const [earlier, later] = (['earlier', 'later'] as const).map((disambiguation) =>
    wall.toZonedDateTime(local.timeZoneId, { disambiguation }),
  );
  return earlier?.epochNanoseconds !== later?.epochNanoseconds;
}
