/** What our log keeps of a masked error: where it happened, and its words unless a database wrote them. */
export interface LoggableCause {
  readonly kind: string;
  readonly message: string;
  readonly stack: readonly string[];
  readonly code?: string;
  readonly constraint?: string;
  readonly table?: string;
}

/** The cause for our log. A database error keeps code, constraint and table: its words and details repeat people's values. */
export const loggableCause = (cause: unknown): LoggableCause => {
  if (!(cause instanceof Error)) return { kind: typeof cause, message: 'Something that is no error was thrown', stack: [] };
  const stack = (cause.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12)
    .map((line) => line.trim());
  const database = databaseFactsOf(cause);
  const message = database === null ? cause.message.slice(0, 500) : 'The database refused';
  return { kind: cause.name, message, stack, ...database };
};

type DatabaseFacts = Pick<LoggableCause, 'code' | 'constraint' | 'table'>;

const databaseFactsOf = (cause: Error): DatabaseFacts | null => {
  for (let link: unknown = cause, steps = 0; link instanceof Error && steps < 8; link = link.cause, steps += 1) {
    const { code, constraint, table } = link as Error & Readonly<Record<keyof DatabaseFacts, unknown>>;
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return strings({ code, constraint, table });
  }
  return null;
};

const strings = (facts: Readonly<Record<string, unknown>>): DatabaseFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'string'));
