import {
  type CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type { Answer, Statement } from './batch.ts';

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
};

/** Rows and set-based writes by way of whoever sends one statement. */
export function rowsThrough(sendOne: (statement: Statement) => Promise<Answer>): Kysely<unknown> {
  const connection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery) =>
      resultOf<Row>(await sendOne({ text: sql, values: parameters })),
    streamQuery: () => {
      throw new Error('Rows are read by the page, never streamed');
    },
  };
  const provider = { provideConnection: <T>(consumer: (given: typeof connection) => Promise<T>) => consumer(connection) };
  const executor = new DefaultQueryExecutor(compiler, adapter, provider);
  return new Kysely<unknown>({ config: { dialect }, executor, dialect, driver });
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function resultOf<Row>({ rows, command, rowCount }: Answer): QueryResult<Row> {
  const read = rows as Row[];
  return writes.has(command) ? { rows: read, numAffectedRows: BigInt(rowCount) } : { rows: read };
}
