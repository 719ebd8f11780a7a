import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type PlatformProcess, startPlatform } from '../faults/site/platform-process.ts';
import { freePort } from '../platform/started-platform.ts';
import { root } from '../walls/keep-report.ts';
import { databaseUrl, secret } from '../world/server.ts';
import { startBalancer } from './around/balancer.ts';
import type { Site } from './site.ts';

/** Two machines behind a balancer, each a gateway and a worker as `pnpm start` joins them. */
export interface Machines {
  /** The balancer's. */
  readonly port: number;
  /** By place; null while one is down. */
  readonly platforms: readonly (PlatformProcess | null)[];
  /** kill -9, and what it had in hand is lost with it. */
  kill(place: number): Promise<void>;
  start(place: number): Promise<void>;
  /** The sum of a metric over both, of the lines that hold all these words. */
  counted(name: string, ...labels: readonly string[]): Promise<number>;
  stop(): Promise<void>;
}

export interface MachinesPlan {
  readonly database: string;
  /** Public address: links, cookies and the check of origins follow it. */
  readonly url: string;
  readonly smtpUrl: string;
  /** Whether both are started at the same instant, as after a power failure. */
  readonly isAtOnce?: boolean;
}

/** Starts both on one database, which they reach through the pooler and, for exports and counts, on the copy. */
export async function startMachines(site: Site, plan: MachinesPlan): Promise<Machines> {
  const places = [0, 1];
  const ports = await Promise.all(places.map(() => freePort()));
  const metrics = await Promise.all(places.map(() => freePort()));
  const platforms: (PlatformProcess | null)[] = [null, null];
  const start = async (place: number) => {
    const settings = settingsOf(site, plan, { metrics: metrics[place] ?? 0, data: `${plan.database}-${place}` });
    platforms[place] = await startPlatform({ tree: root, environment: { ...settings, PORT: String(ports[place]) } });
  };
  if (plan.isAtOnce) await Promise.all(places.map(start));
  else for (const place of places) await start(place);
  const { haproxy, folder } = site;
  const balancer = await startBalancer({ haproxy, folder, port: await freePort(), gateways: ports });
  await ready(balancer.port);
  return {
    port: balancer.port,
    platforms,
    kill: async (place) => {
      const killed = platforms[place];
      platforms[place] = null;
      killed?.child.kill('SIGKILL');
      await killed?.ended;
    },
    start,
    counted: async (name, ...labels) => {
      const texts = await Promise.all(metrics.flatMap((port, place) => (platforms[place] ? [metricsAt(port)] : [])));
      return sumOf(texts.join('\n'), name, labels);
    },
    stop: async () => {
      for (const platform of platforms) platform?.child.kill('SIGTERM');
      await Promise.all(platforms.flatMap((platform) => (platform ? [platform.ended] : [])));
      await balancer.stop();
    },
  };
}

function settingsOf(site: Site, { database, url, smtpUrl }: MachinesPlan, own: { metrics: number; data: string }) {
  return {
    GUICHET_SECRET: secret,
    GUICHET_URL: url,
    MAIL_FROM: 'Guichet <guichet@guichet.example>',
    SMTP_URL: smtpUrl,
    DATABASE_URL: databaseUrl(site.ownerUrl, database),
    DATABASE_POOLER_URL: `postgres://127.0.0.1:${site.pooler.port}/${database}`,
    DATABASE_REPLICA_URL: `postgres://127.0.0.1:${site.copy.port}/${database}`,
    GUICHET_STATEMENTS: site.statements,
    GUICHET_METRICS: String(own.metrics),
    GUICHET_TRUSTED_PROXIES: '127.0.0.1',
    GUICHET_BUDGET: '999999999',
    GUICHET_DATA: join(site.folder, 'data', own.data),
    ...(url.startsWith('https:') ? { NODE_ENV: 'production' } : {}),
  };
}

const metricsAt = async (port: number) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text();

const sumOf = (text: string, name: string, labels: readonly string[]) =>
  text
    .split('\n')
    .filter((line) => line.startsWith(`${name}{`) && labels.every((label) => line.includes(label)))
    .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);

/** Until the balancer has somebody to send to. */
async function ready(port: number): Promise<void> {
  for (let look = 0; look < 400; look += 1) {
    const { status } = await fetch(`http://127.0.0.1:${port}/health/ready`);
    if (status === 200) return;
    await pause(25);
  }
  throw new Error('The balancer found nobody who is ready');
}
