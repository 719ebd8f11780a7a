import { z } from 'zod';

/** What stands around the platform when one machine is not enough, and who looks on; all of it is off unless named. */
export interface MachineSettings {
  /** Where gateway and worker reach the database when something pools connections before it; null goes straight there. */
  readonly poolerUrl: string | null;
  /** A streaming copy for exports and counts. */
  readonly replicaUrl: string | null;
  /** False behind a pooler that carries no named statements: PgBouncer before 1.21. */
  readonly namesStatements: boolean;
  /** Where metrics are read, never on the public port; null listens nowhere. */
  readonly metrics: { readonly host: string; readonly port: number } | null;
  /** Where traces are sent, by OTLP over http; null sends none. */
  readonly tracesUrl: string | null;
}

const database = { error: 'must be an address beginning with postgres:// or postgresql://, user and password left out' };
const isDatabase = (text: string) => URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol);
const isHttp = (text: string) => URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
const place = /^(?:(?<host>[^\s:]+|\[[0-9a-fA-F:]+\]):)?(?<port>\d{1,5})$/;

function isPlace(text: string): boolean {
  const port = Number(place.exec(text)?.groups?.['port'] ?? 0);
  return port >= 1 && port <= 65_535;
}

export const machineShape = {
  DATABASE_POOLER_URL: z.string().refine(isDatabase, database).optional(),
  DATABASE_REPLICA_URL: z.string().refine(isDatabase, database).optional(),
  GUICHET_STATEMENTS: z.enum(['named', 'unnamed'], { error: 'must be named or unnamed' }).default('named'),
  GUICHET_METRICS: z
    .string()
    .refine(isPlace, { error: 'must be a port, or an address of this machine and a port, such as 127.0.0.1:9464' })
    .optional(),
  GUICHET_TRACES: z
    .string()
    .refine(isHttp, { error: 'must be an address beginning with http:// or https://, such as http://127.0.0.1:4318' })
    .optional(),
};

const shape = z.object(machineShape);

export function machineSettingsOf(given: z.infer<typeof shape>): MachineSettings {
  return {
    poolerUrl: given.DATABASE_POOLER_URL ?? null,
    replicaUrl: given.DATABASE_REPLICA_URL ?? null,
    namesStatements: given.GUICHET_STATEMENTS === 'named',
    metrics: given.GUICHET_METRICS === undefined ? null : placeOf(given.GUICHET_METRICS),
    tracesUrl: given.GUICHET_TRACES ?? null,
  };
}

function placeOf(text: string): { host: string; port: number } {
  const { host = '127.0.0.1', port = '' } = place.exec(text)?.groups ?? {};
  return { host: host.replaceAll(/[[\]]/g, ''), port: Number(port) };
}
