import type { Binding } from '@guichet/database/session/work';
import { createGateway } from '@guichet/gateway/gateway';
import { Client } from 'pg';
import { pino } from 'pino';
import { clone, databaseUrl, secret } from '../../world/server.ts';

/** A gateway on a port of its own, over a copy of the fixture's database, with its limits on and the budget alone raised. */
export interface RunningGateway {
  readonly port: number;
  readonly logged: readonly string[];
  readonly binding: Binding;
  /** The administrator of the copy, past every wall. */
  readonly administrator: Client;
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
  const administrator = await connected(databaseUrl(root, to));
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
    binding: gateway.binding,
    administrator,
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
