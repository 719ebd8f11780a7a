/**
 * Read before anything else of a process: every clock that process can ask is wrong by WRONG_BY_MINUTES, ahead or behind, as on a
 * machine nobody set. Timers run true, as they would there.
 */
const wrongBy = Number(process.env['WRONG_BY_MINUTES'] ?? 0) * 60_000;

// oxlint-disable-next-line no-restricted-globals -- the clock to be made wrong
const TrueDate = globalThis.Date;
const wrongDate = new Proxy(TrueDate, {
  construct: (date, given, asked) => Reflect.construct(date, given.length === 0 ? [date.now() + wrongBy] : given, asked),
  apply: (date) => new date(date.now() + wrongBy).toString(),
  get: (date, name, asked) => (name === 'now' ? () => date.now() + wrongBy : Reflect.get(date, name, asked)),
});

// oxlint-disable-next-line no-restricted-properties -- the clock to be made wrong
const { Now } = Temporal;
const trueInstant = Now.instant.bind(Now);
const wrongInstant = () => trueInstant().add({ milliseconds: wrongBy });
const inZone = (zone?: string) => wrongInstant().toZonedDateTimeISO(zone ?? Now.timeZoneId());

if (wrongBy !== 0) {
  globalThis.Date = wrongDate;
  Object.assign(Now, {
    instant: wrongInstant,
    zonedDateTimeISO: inZone,
    plainDateTimeISO: (zone?: string) => inZone(zone).toPlainDateTime(),
    plainDateISO: (zone?: string) => inZone(zone).toPlainDate(),
    plainTimeISO: (zone?: string) => inZone(zone).toPlainTime(),
  });
}
