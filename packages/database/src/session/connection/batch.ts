import { createRequire } from 'node:module';
import type { PoolClient, Submittable } from 'pg';
import { carriesNames } from './statement-carrier.ts';

// pg maps values, writes messages and parses columns; how they are put on the wire is its inside, so its version is pinned and tests hold it.
const inside = createRequire(createRequire(import.meta.url).resolve('pg'));
const { prepareValue } = inside('./utils.js') as { prepareValue: (value: unknown) => unknown };
const { serialize } = inside('pg-protocol') as { serialize: Messages };

/** One statement of a batch; one with a name is analysed once a connection. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name?: string | undefined;
}

/** What one statement answered. */
export interface Answer {
  readonly rows: Row[];
  /** The server's word for what was done, such as `SELECT` or `ROLLBACK`. */
  readonly command: string;
  readonly rowCount: number;
}

type Row = Record<string, unknown>;

/** The messages of the protocol, as bytes. */
interface Messages {
  parse(given: { readonly text: string; readonly name: string }): Buffer;
  bind(given: { readonly statement: string; readonly values: readonly unknown[] }): Buffer;
  describe(given: { readonly type: 'P' }): Buffer;
  execute(given: object): Buffer;
  close(given: { readonly type: 'S'; readonly name: string }): Buffer;
}

/** What pg's connection puts on the wire. */
interface Wire {
  readonly stream: { readonly writable: boolean; cork(): void; write(bytes: Buffer): void; uncork(): void };
  sync(): void;
}

interface Field {
  readonly name: string;
  readonly dataTypeID: Parameters<PoolClient['getTypeParser']>[0];
}

/** How the rows of a statement are read: the columns, and an empty row that gives every row one shape. */
interface Shape {
  readonly columns: readonly { readonly name: string; readonly parse: (text: string) => unknown }[];
  readonly empty: Row;
}

type Kept = Map<string, Shape | 'DOUBTFUL'>;

/** What a connection keeps by name: the shape once it is known; 'DOUBTFUL' after an error that may have come before or after the analysis. */
const keptBy = new WeakMap<PoolClient, Kept>();

const keptOf = (client: PoolClient): Kept => {
  const kept = keptBy.get(client) ?? new Map<string, Shape | 'DOUBTFUL'>();
  keptBy.set(client, kept);
  return kept;
};

/** Whether a connection has analysed every statement of a batch before, or keeps none by name. */
export function isKnown(client: PoolClient, statements: readonly Statement[]): boolean {
  const kept = keptOf(client);
  const isOne = ({ name }: Statement) => name === undefined || (kept.get(name) ?? 'DOUBTFUL') !== 'DOUBTFUL';
  return !carriesNames(client) || statements.every(isOne);
}

/**
 * Sends statements with one Sync behind the last: one round trip and, outside a transaction, one transaction of their own, in which
 * all happen or none. The first error ends those behind it; `onAnswer` hears of those before.
 */
export const send = (
  client: PoolClient,
  statements: readonly Statement[],
  onAnswer: (answer: Answer) => void = () => undefined,
): Promise<readonly Answer[]> =>
  new Promise((resolve, reject) => {
    client.query(new Batch(client, statements, { resolve, reject, onAnswer }));
  });

interface Ends {
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: Error) => void;
  readonly onAnswer: (answer: Answer) => void;
}

class Batch implements Submittable {
  /** What tools that count statements read: the last, for which the others are there. */
  readonly text: string;
  readonly #client: PoolClient;
  readonly #statements: readonly Statement[];
  readonly #ends: Ends;
  readonly #values: readonly unknown[][];
  readonly #answers: Answer[] = [];
  readonly #kept: Kept;
  #rows: Row[] = [];
  #shape: Shape | undefined;
  #unreadable: Error | null = null;

  constructor(client: PoolClient, statements: readonly Statement[], ends: Ends) {
    this.#client = client;
    this.#kept = keptOf(client);
    this.#statements = carriesNames(client) ? statements : statements.map((each) => ({ ...each, name: undefined }));
    this.#ends = ends;
    // A value that cannot be sent throws here, before anything is on the wire.
    this.#values = statements.map(({ values }) => values.map((value) => prepareValue(value)));
    this.text = statements.at(-1)?.text ?? '';
  }

  submit(connection: unknown): void {
    const wire = connection as Wire;
    const messages = this.#statements.flatMap((statement, index) => this.#messagesOf(statement, this.#values[index] ?? []));
    wire.stream.cork();
    if (wire.stream.writable) wire.stream.write(Buffer.concat(messages));
    wire.sync();
    // Batches that follow in the same moment leave in the same piece.
    process.nextTick(() => wire.stream.uncork());
    this.#shape = this.#knownShape();
  }

  #messagesOf({ text, name = '' }: Statement, values: readonly unknown[]): Buffer[] {
    const kept = this.#kept.get(name);
    const [bound, executed] = [serialize.bind({ statement: name, values }), serialize.execute({})];
    if (kept !== undefined && kept !== 'DOUBTFUL') return [bound, executed];
    const closed = kept === 'DOUBTFUL' ? [serialize.close({ type: 'S', name })] : [];
    return [...closed, serialize.parse({ text, name }), bound, serialize.describe({ type: 'P' }), executed];
  }

  #knownShape(): Shape | undefined {
    const kept = this.#kept.get(this.#statements[this.#answers.length]?.name ?? '');
    return kept === 'DOUBTFUL' ? undefined : kept;
  }

  handleRowDescription({ fields }: { readonly fields: readonly Field[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, parse: this.#client.getTypeParser(dataTypeID, 'text') }));
    this.#shape = { columns, empty: Object.fromEntries(columns.map(({ name }) => [name, null])) };
  }

  handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    try {
      this.#rows.push(rowOf(this.#shape, fields));
    } catch (error) {
      // Thrown from here it would end the process: told when the server is ready again.
      this.#unreadable ??= error as Error;
    }
  }

  handleCommandComplete({ text }: { readonly text: string }): void {
    const { name } = this.#statements[this.#answers.length] ?? {};
    if (name !== undefined) this.#kept.set(name, this.#shape ?? { columns: [], empty: {} });
    // `INSERT 0 3`, `SELECT 51`, `CREATE TABLE`: where rows are counted, their number is the last word.
    const words = text.split(' ');
    const answer = { rows: this.#rows, command: words[0] ?? '', rowCount: Number(words.at(-1)) || 0 };
    this.#answers.push(answer);
    this.#ends.onAnswer(answer);
    this.#rows = [];
    this.#shape = this.#knownShape();
  }

  handleError(error: Error): void {
    for (const { name } of this.#statements.slice(this.#answers.length))
      if (name !== undefined && !this.#kept.has(name)) this.#kept.set(name, 'DOUBTFUL');
    this.#ends.reject(error);
  }

  handleReadyForQuery(): void {
    if (this.#unreadable === null) this.#ends.resolve(this.#answers);
    else this.#ends.reject(this.#unreadable);
  }
}

function rowOf(shape: Shape | undefined, texts: readonly (string | null)[]): Row {
  const row = { ...shape?.empty };
  const columns = shape?.columns ?? [];
  for (let index = 0; index < columns.length; index += 1) {
    const [column, text] = [columns[index], texts[index]];
    if (column !== undefined && typeof text === 'string') row[column.name] = column.parse(text);
  }
  return row;
}
