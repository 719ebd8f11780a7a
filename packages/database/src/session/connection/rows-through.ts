import {
  type CompiledQuery,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryId,
  type QueryResult,
} from 'kysely';
import type { Answer, Statement } from './batch.ts';
import { keepingTexts, type Root } from './kept-texts.ts';

const adapter = new PostgresAdapter();
const compiler = new PostgresQueryCompiler();
const driver = new DummyDriver();
const dialect = {
  createAdapter: () => adapter,
  createDriver: () => driver,
  createIntrospector: (db: Kysely<unknown>) => new PostgresIntrospector(db),
  createQueryCompiler: () => compiler,
};

const compile = keepingTexts((node, queryId) => compiler.compileQuery(node, queryId));

/** Sends what was compiled, without what the library does for connections of its own. */
class Sending extends DefaultQueryExecutor {
  readonly #sent: Sent;

  constructor(sent: Sent) {
    // With a plugin the library makes an executor of its own, which asks for a connection.
    super(compiler, adapter, { provideConnection: (consumer) => consumer({ executeQuery: sent, streamQuery }) });
    this.#sent = sent;
  }

  override compileQuery(node: Root, queryId: QueryId): CompiledQuery {
    return compile(node, queryId);
  }

  override executeQuery<Row>(compiled: CompiledQuery): Promise<QueryResult<Row>> {
    return this.#sent<Row>(compiled);
  }
}

type Sent = <Row>(compiled: CompiledQuery) => Promise<QueryResult<Row>>;

const streamQuery = () => {
  throw new Error('Rows are read by the page, never streamed');
};

type SendOne = (statement: Statement) => Promise<Answer>;

/** Rows and set-based writes by way of whoever sends one statement. */
export function rowsThrough(sendOne: SendOne): Kysely<unknown> {
  const sent: Sent = async <Row>({ sql, parameters }: CompiledQuery) =>
    resultOf<Row>(await sendOne({ text: sql, values: parameters }));
  return new Kysely<unknown>({ config: { dialect }, executor: new Sending(sent), dialect, driver });
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function resultOf<Row>({ rows, command, rowCount }: Answer): QueryResult<Row> {
  const read = rows as Row[];
  return writes.has(command) ? { rows: read, numAffectedRows: BigInt(rowCount) } : { rows: read };
}
