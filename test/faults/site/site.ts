import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareOwner } from '@guichet/database/server/prepare-owner';
import { migrate } from '@guichet/database/session/migrate';
import { Client } from 'pg';
import { root } from '../../walls/keep-report.ts';
import { databaseUrl, secret } from '../../world/server.ts';
import { type DatabaseProxy, startDatabaseProxy } from '../wire/database-proxy.ts';
import { type FrontDoor, startFrontDoor } from '../wire/front-door.ts';
import { type DurableServer, startDurable } from './durable-server.ts';
import { type MailSink, startMailSink } from './mail-sink.ts';
import { openCampaignOfFive } from './open-campaign.ts';
import { type Candidate, plantDrafts } from './planted-drafts.ts';
import { type PlatformProcess, startPlatform } from './platform-process.ts';

/** Everything between a client and the disk, each part a thing that can break. */
export interface Site {
  readonly server: DurableServer;
  readonly database: DatabaseProxy;
  readonly door: FrontDoor;
  readonly sink: MailSink;
  /** The platforms that serve now, by place; null while one is down. */
  readonly platforms: (PlatformProcess | null)[];
  /** Starts the platform of every place, whoever served there before is killed; `tree` names a copy of the project that was broken, the project itself otherwise. */
  startAll(tree?: string): Promise<void>;
  /** Starts the platform of a place again, from the same tree. */
  start(place: number): Promise<PlatformProcess>;
  /** A connection as the administrator, made anew when the server was restarted. */
  administrator(): Promise<Client>;
  plant(count: number): Promise<readonly Candidate[]>;
  remove(): Promise<void>;
}

/** A campaign of five schools on a server of its own; no platform serves yet. `disk` names the folder of its rows. */
export async function aSite({ places = 1, disk }: { places?: number; disk?: string } = {}): Promise<Site> {
  const server = await startDurable(disk);
  const ownerUrl = await prepareOwner(server.administratorUrl);
  await migrate(ownerUrl, secret);
  const connection = newConnection(server);
  const model = await openCampaignOfFive(await connection.get(), ownerUrl);
  const [database, sink] = [await startDatabaseProxy(server.port), await startMailSink()];
  const platforms: (PlatformProcess | null)[] = Array.from({ length: places }, () => null);
  const door = await startFrontDoor(() => platforms.flatMap((each) => (each?.isAlive() ? [each.port] : [])));
  const folder = mkdtempSync(join(tmpdir(), 'guichet-faults-data-'));
  chmodSync(folder, 0o755);
  const settings = { ...production, SMTP_URL: sink.smtpUrl, DATABASE_URL: through(ownerUrl, database.port) };
  let tree = root;
  const start = async (place: number) => {
    const environment = { ...settings, GUICHET_DATA: join(folder, String(place)) };
    const platform = await startPlatform({ tree, environment });
    platforms[place] = platform;
    return platform;
  };
  const kill = async () => {
    for (const platform of platforms) platform?.child.kill('SIGKILL');
    await Promise.all(platforms.map(async (platform) => platform?.ended));
  };
  return {
    server,
    database,
    door,
    sink,
    platforms,
    start,
    startAll: async (from = root) => {
      tree = from;
      await kill();
      for (const place of platforms.keys()) await start(place);
    },
    administrator: connection.get,
    plant: async (count) => plantDrafts(await connection.get(), model, count),
    remove: async () => {
      await kill();
      await Promise.all([door.stop(), database.stop(), sink.stop(), connection.end()]);
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** As an operator sets it: started so, the platform has judged the server fit to lose nothing. */
const production = {
  NODE_ENV: 'production',
  GUICHET_SECRET: secret,
  GUICHET_URL: 'https://guichet.example',
  MAIL_FROM: 'Guichet <guichet@guichet.example>',
};

function through(ownerUrl: string, port: number): string {
  const url = new URL(ownerUrl);
  url.port = String(port);
  return url.href;
}

function newConnection(server: DurableServer) {
  let client: Client | null = null;
  const end = async () => {
    const ending = client;
    client = null;
    await ending?.end().catch(() => {});
  };
  const get = async (): Promise<Client> => {
    if (client !== null) return client;
    const made = new Client({ connectionString: databaseUrl(server.administratorUrl, 'guichet') });
    const gone = () => {
      if (client === made) client = null;
    };
    made.on('error', gone).on('end', gone);
    await made.connect();
    client = made;
    return made;
  };
  return { get, end };
}
