import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { AskedStatements, type Frame, FrontendFrames, userOf } from './frames.ts';

/** What becomes of a submission whose COMMIT is on the wire. */
export type Fate =
  | 'PASS'
  /** The connection is cut and COMMIT never sent: nothing of it stands. */
  | 'CUT_BEFORE'
  /** COMMIT is sent and nobody waits for the answer. */
  | 'CUT_UNANSWERED'
  /** COMMIT was done; its answer never arrives. */
  | 'CUT_AFTER';

/** Asked at each COMMIT of a submission; may take its time, and both sides wait meanwhile. */
export interface CommitWatch {
  fate(): Fate | Promise<Fate>;
  /** The database has answered, and the gateway does not know yet. */
  answered?(): void | Promise<void>;
}

/** Between the platform and its database; knows a submission's COMMIT when it passes. */
export interface DatabaseProxy {
  readonly port: number;
  /** Where connections made from now on lead. */
  leadTo(port: number): void;
  /** Who is asked at the next COMMITs; null lets all pass. */
  watch(watch: CommitWatch | null): void;
  /** Nothing that the gateway sends goes on until `thaw`: its connections sleep. */
  freeze(): void;
  thaw(): void;
  stop(): Promise<void>;
}

export async function startDatabaseProxy(port: number): Promise<DatabaseProxy> {
  const road: Road = { port, watch: null, thawed: Promise.resolve() };
  let warm = () => {};
  const open = new Set<Socket>();
  const server = createServer({ noDelay: true }, (client) => {
    const upstream = connect({ port: road.port, host: '127.0.0.1', noDelay: true });
    for (const socket of [client, upstream]) open.add(socket.on('close', () => open.delete(socket)));
    join(new Connection(road, client, upstream));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    leadTo: (next) => {
      road.port = next;
    },
    watch: (watch) => {
      road.watch = watch;
    },
    freeze: () => {
      ({ promise: road.thawed, resolve: warm } = Promise.withResolvers<void>());
    },
    thaw: () => warm(),
    stop: async () => {
      warm();
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Road {
  port: number;
  watch: CommitWatch | null;
  thawed: Promise<void>;
}

/** Either side gone, the other goes too. */
function join(connection: Connection): void {
  const { client, upstream } = connection;
  const cut = () => connection.cut();
  for (const socket of [client, upstream]) socket.on('error', cut).on('close', cut);
  void connection.upward().catch(cut);
  void connection.downward().catch(cut);
}

class Connection {
  readonly client: Socket;
  readonly upstream: Socket;
  readonly #road: Road;
  readonly #statements = new AskedStatements();
  #user = '';
  #isSubmission = false;
  /** Set while the answer to a watched COMMIT is awaited. */
  #awaited: { readonly fate: Fate; readonly watch: CommitWatch } | null = null;

  constructor(road: Road, client: Socket, upstream: Socket) {
    this.#road = road;
    this.client = client;
    this.upstream = upstream;
  }

  cut(): void {
    this.client.destroy();
    this.upstream.destroy();
  }

  async upward(): Promise<void> {
    const frames = new FrontendFrames();
    for await (const chunk of this.client) {
      if (this.#user === 'app_login') await this.#road.thawed;
      for (const frame of frames.push(chunk as Buffer)) {
        if ((await this.#judged(frame)) === 'CUT_BEFORE') return this.cut();
        this.upstream.write(frame.bytes);
        if (frame.type === 'S' && this.#awaited?.fate === 'CUT_UNANSWERED') return this.#leave();
      }
    }
  }

  async downward(): Promise<void> {
    for await (const chunk of this.upstream) {
      if ((await this.#answered(chunk as Buffer)) === 'CUT_AFTER') return this.cut();
      this.client.write(chunk as Buffer);
    }
  }

  /** Several statements may be under way at once: the answer to COMMIT bears its word. */
  async #answered(chunk: Buffer): Promise<Fate> {
    const awaited = this.#awaited;
    if (awaited === null || !chunk.includes('COMMIT\0')) return 'PASS';
    this.#awaited = null;
    await awaited.watch.answered?.();
    return awaited.fate;
  }

  /** COMMIT is on its way and is carried out; the gateway hears nothing of it. */
  #leave(): void {
    this.upstream.end();
    this.client.destroy();
  }

  async #judged(frame: Frame): Promise<Fate> {
    if (frame.type === null) this.#user = userOf(frame);
    const statement = this.#statements.askedBy(frame);
    if (statement === null || this.#user !== 'app_login') return 'PASS';
    if (/^\s*insert into app\.snapshot\b/.test(statement)) this.#isSubmission = true;
    if (!/^(?:commit|rollback)$/i.test(statement)) return 'PASS';
    const [{ watch }, isSubmission] = [this.#road, this.#isSubmission];
    this.#isSubmission = false;
    if (watch === null || !isSubmission || !/^commit$/i.test(statement)) return 'PASS';
    const fate = await watch.fate();
    this.#awaited = { fate, watch };
    return fate;
  }
}
