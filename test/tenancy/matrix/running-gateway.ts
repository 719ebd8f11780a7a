import { createGateway } from '@guichet/gateway/gateway';
import { Client } from 'pg';
import { pino } from 'pino';
import { clone, databaseUrl, secret } from '../../world/server.ts';

/** A gateway on a port of its own, over a copy of the fixture's database, with its limits on and the budget alone raised. */
export interface RunningGateway {
  readonly port: number;
  readonly logged: readonly string[];
  /** The administrator of the copy, past every wall. */
  readonly administrator: Client;
  /** Puts the database back to what it was copied from. */
  restore(): Promise<void>;
  close(): Promise<void>;
}

export interface Place {
  /** Name of the database to copy; nobody may be connected to it. */
  readonly from: string;
  readonly to: string;
  readonly connections?: number;
}

export async function runGateway({ from, to, connections = 8 }: Place): Promise<RunningGateway> {
  const { GUICHET_TEST_ADMINISTRATOR: root = '', GUICHET_TEST_OWNER: owner = '' } = process.env;
  await clone(root, { from, to });
  let administrator = await connected(databaseUrl(root, to));
  const logged: string[] = [];
  const gateway = await createGateway({
    databaseUrl: databaseUrl(owner, to),
    secret,
    url: 'http://127.0.0.1:4000',
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'trace' }, { write: (line: string) => void logged.push(line) }),
    connections,
    budget: 999_999_999,
  });
  await gateway.app.listen({ port: 0, host: '127.0.0.1' });
  const address = gateway.app.server.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  return {
    port,
    logged,
    get administrator() {
      return administrator;
    },
    restore: async () => {
      await gateway.settled();
      await administrator.end();
      await replace(root, { from, to });
      administrator = await connected(databaseUrl(root, to));
      await answering(port);
    },
    close: async () => {
      await gateway.close();
      await administrator.end();
    },
  };
}

async function connected(connectionString: string): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

/** The gateway's connections are cut with the database they were to; it opens new ones by itself. */
async function replace(root: string, { from, to }: Pick<Place, 'from' | 'to'>): Promise<void> {
  const client = await connected(root);
  await client.query(`drop database ${to} with (force)`);
  await client.end();
  await clone(root, { from, to });
}

/** Until every cut connection is noticed: an answer of the database, several times in a row. */
async function answering(port: number): Promise<void> {
  for (let inTurn = 0; inTurn < 3; ) {
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    inTurn = status === 200 ? inTurn + 1 : 0;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
