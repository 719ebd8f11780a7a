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
const nowhere = {
  provideConnection: () => {
    throw new Error('Statements are sent one by one, through no connection of the library');
  },
};

/** Sends what was compiled, without what the library does for connections of its own. */
class Sending extends DefaultQueryExecutor {
  readonly #sendOne: SendOne;

  constructor(sendOne: SendOne) {
    super(compiler, adapter, nowhere);
    this.#sendOne = sendOne;
  }

  override compileQuery(node: Root, queryId: QueryId): CompiledQuery {
    return compile(node, queryId);
  }

  override async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    return resultOf<Row>(await this.#sendOne({ text: sql, values: parameters }));
  }
}

type SendOne = (statement: Statement) => Promise<Answer>;

/** Rows and set-based writes by way of whoever sends one statement. */
export function rowsThrough(sendOne: SendOne): Kysely<unknown> {
  return new Kysely<unknown>({ config: { dialect }, executor: new Sending(sendOne), dialect, driver });
}

const writes = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

function resultOf<Row>({ rows, command, rowCount }: Answer): QueryResult<Row> {
  const read = rows as Row[];
  return writes.has(command) ? { rows: read, numAffectedRows: BigInt(rowCount) } : { rows: read };
}
