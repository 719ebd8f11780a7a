import { once } from 'node:events';
import { Readable } from 'node:stream';
import type { Client, Connection, Submittable } from 'pg';

/** What the driver offers and its types leave out. */
interface CopyConnection extends Connection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
  sendCopyFail(words: string): void;
}

const pieceBytes = 1 << 18;

/** The rows a `COPY … TO STDOUT` sends, gathered into pieces: one row at a time would cost more than the rows. */
export function copyOut(client: Client, text: string): Readable {
  return client.query(new CopyOut(text));
}

class CopyOut extends Readable implements Submittable {
  readonly #text: string;
  #connection: CopyConnection | undefined;
  #rows: Buffer[] = [];
  #bytes = 0;

  constructor(text: string) {
    super({ highWaterMark: 4 * pieceBytes });
    this.#text = text;
  }

  submit(connection: Connection): void {
    this.#connection = connection as CopyConnection;
    this.#connection.query(this.#text);
  }

  override _read(): void {
    this.#connection?.stream.resume();
  }

  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    this.#rows.push(Buffer.from(chunk)); // the driver writes its next message over this one
    this.#bytes += chunk.length;
    if (this.#bytes >= pieceBytes && !this.#pushRows()) this.#connection?.stream.pause();
  }

  handleError(error: Error): void {
    this.destroy(error);
  }

  handleCommandComplete(): void {
    this.#pushRows();
  }

  handleReadyForQuery(): void {
    this.push(null);
  }

  #pushRows(): boolean {
    if (this.#bytes === 0) return true;
    const piece = Buffer.concat(this.#rows);
    [this.#rows, this.#bytes] = [[], 0];
    return this.push(piece);
  }
}

/** Sends what a source holds to a `COPY … FROM STDIN`; nothing of it stays when either fails. */
export function copyIn(client: Client, text: string, source: AsyncIterable<Buffer>): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const copying: Submittable & object = {
    submit: (connection: Connection) => (connection as CopyConnection).query(text),
    handleCopyInResponse: (connection: CopyConnection) => void send(connection, source),
    handleCommandComplete: () => {},
    handleError: reject,
    handleReadyForQuery: () => resolve(),
  } as Submittable & object;
  client.query(copying);
  return promise;
}

async function send(connection: CopyConnection, source: AsyncIterable<Buffer>): Promise<void> {
  try {
    for await (const chunk of source) {
      connection.sendCopyFromChunk(chunk);
      if (connection.stream.writableNeedDrain) await once(connection.stream, 'drain');
    }
    connection.endCopyFrom();
  } catch (error) {
    connection.sendCopyFail((error as Error).message);
  }
}
