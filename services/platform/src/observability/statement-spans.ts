import { type Span, SpanStatusCode } from '@opentelemetry/api';
import type { Pool, PoolClient } from 'pg';

/** Begins the span of a statement; null where nobody wants one. */
export type BeginStatement = (text: string) => Span | null;

type Query = (...given: unknown[]) => unknown;

/** Lets every statement of a pool be timed: by its text, which holds no value, and never by its values. */
export function traceStatements(pool: Pool, begin: BeginStatement): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Query;
    client.query = ((...given) => timed(query, given, begin)) as Query as PoolClient['query'];
  });
}

function timed(query: Query, given: readonly unknown[], begin: BeginStatement): unknown {
  const [statement] = given;
  const text = textOf(statement);
  const span = text === null ? null : begin(text);
  if (span === null) return query(...given);
  const end = once(span);
  if (isSubmittable(statement)) return query(endedWith(statement, end), ...given.slice(1));
  const told = given.at(-1);
  if (typeof told === 'function') {
    const tell = (error: unknown, ...rest: unknown[]) => {
      end(error);
      return told(error, ...rest);
    };
    return query(...given.slice(0, -1), tell);
  }
  const answer = query(...given) as Promise<unknown>;
  answer.then(
    () => end(null),
    (error) => end(error),
  );
  return answer;
}

function textOf(statement: unknown): string | null {
  if (typeof statement === 'string') return statement;
  const { text } = (statement ?? {}) as { text?: unknown };
  return typeof text === 'string' ? text : null;
}

/** What brings its own protocol is told by the connection how it went. */
interface Submittable {
  submit: unknown;
  handleReadyForQuery?: Query;
  handleError?: Query;
}

const isSubmittable = (statement: unknown): statement is Submittable =>
  typeof statement === 'object' && statement !== null && 'submit' in statement;

function endedWith(statement: Submittable, end: (error: unknown) => void): Submittable {
  const { handleReadyForQuery, handleError } = statement;
  statement.handleReadyForQuery = (...given) => {
    end(null);
    return handleReadyForQuery?.apply(statement, given);
  };
  statement.handleError = (...given) => {
    end(given[0]);
    return handleError?.apply(statement, given);
  };
  return statement;
}

/** The class of a failure alone: its words repeat values. */
function once(span: Span): (error: unknown) => void {
  let isEnded = false;
  return (error) => {
    if (isEnded) return;
    isEnded = true;
    const { code } = (error ?? {}) as { code?: unknown };
    if (error) span.setStatus({ code: SpanStatusCode.ERROR });
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) span.setAttribute('db.response.status_code', code);
    span.end();
  };
}
