import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isNetwork } from '@guichet/gateway/account/request/network';
import { refusalOfSecret, type SecretRefusal } from '@guichet/gateway/account/secret';
import type { BounceSettings } from '@guichet/worker/worker';
import { z } from 'zod';
import { type MachineSettings, machineSettingsOf, machineShape } from './running/machine-settings.ts';
import { Refused } from './terminal/refused.ts';

/** What the platform is told from outside, read once. */
export interface Settings extends MachineSettings {
  readonly port: number;
  readonly host: string;
  /** Absolute path of the folder of the embedded database and of files. */
  readonly dataFolder: string;
  /** Absolute path of the folder of back-ups; null keeps none. */
  readonly backupFolder: string | null;
  /** The owner's address on a server of one's own; null runs the embedded one. */
  readonly databaseUrl: string | null;
  /** Null only where one is made and kept: on the embedded database, in development. */
  readonly secret: string | null;
  readonly url: string;
  /** Null in development alone: the platform then catches its mail itself. */
  readonly smtpUrl: string | null;
  readonly mailFrom: string;
  /** Reports on mails: the address return paths are made below, and where they are listened for; null asks for none. */
  readonly bounces: BounceSettings | null;
  readonly isProduction: boolean;
  readonly trustedProxies: readonly string[];
  /** Cost a principal may spend at once, regained in 100 seconds. */
  readonly budget: number;
}

const clone = fileURLToPath(new URL('../../../', import.meta.url));
const addressOf = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    error: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, { error: 'must be a number from 1 to 65535' })
  .transform(Number)
  .refine((port) => port >= 1 && port <= 65_535, { error: 'must be a number from 1 to 65535' });

function listOf(text: string): readonly string[] {
  const entries = text.split(',').map((entry) => entry.trim());
  return entries.filter((entry) => entry !== '');
}

const environmentShape = z.object({
  PORT: portNumber.default(4000),
  HOST: z.string().regex(/^\S+$/, { error: 'must be an address or a name of this machine, without spaces' }).default('127.0.0.1'),
  GUICHET_DATA: z.string().default(join(clone, '.guichet')),
  GUICHET_BACKUP: z.string().optional(),
  DATABASE_URL: addressOf('postgres:', 'postgresql:').optional(),
  GUICHET_SECRET: z.string().optional(),
  GUICHET_URL: z.string().optional(),
  SMTP_URL: addressOf('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.string().regex(/@/, { error: 'must hold an e-mail address, with or without a name before it' }).optional(),
  GUICHET_BOUNCE_ADDRESS: z
    .string()
    .regex(/^[^\s@+]{1,20}@[^\s@]+$/, {
      error: 'must be an address such as retour@guichet.example, its local part short and without +',
    })
    .optional(),
  GUICHET_BOUNCE_HOST: z.string().default('127.0.0.1'),
  GUICHET_BOUNCE_PORT: portNumber.optional(),
  NODE_ENV: z
    .enum(['production', 'development', 'test'], { error: 'must be production, development or test, or absent for development' })
    .default('development'),
  GUICHET_TRUSTED_PROXIES: z
    .string()
    .default('')
    .transform(listOf)
    .refine((proxies) => proxies.every(isNetwork), {
      error: 'must hold addresses or ranges such as 10.0.0.1 or 10.0.0.0/8, with commas between them',
    }),
  ...machineShape,
  GUICHET_BUDGET: z
    .string()
    .regex(/^\d{4,9}$/, { error: 'must be a number from 1000 to 999999999' })
    .transform(Number)
    .default(10_000),
});

/** The settings of an environment, or every fault of it at once, each with what mends it; no secret value is repeated. */
export function readSettings(
  environment: NodeJS.ProcessEnv,
): { readonly settings: Settings } | { readonly faults: readonly string[] } {
  const given = Object.fromEntries(Object.entries(environment).filter(([, text]) => text !== undefined && text.trim() !== ''));
  const parsed = environmentShape.safeParse(given);
  const shapeFaults = parsed.error?.issues.map(({ path, message }) => `${path.join('.')} ${message}.`) ?? [];
  const settings = parsed.data && settingsOf(parsed.data);
  const faults = [...shapeFaults, ...meaningFaults(given, settings)];
  return settings && faults.length === 0 ? { settings } : { faults };
}

/** The settings of this process; every fault is told, and the command ends. */
export function settingsOfProcess(): Settings {
  const reading = readSettings(process.env);
  if ('settings' in reading) return reading.settings;
  throw new Refused(['The platform cannot start with these settings:', ...reading.faults.map((fault) => `  - ${fault}`)]);
}

function settingsOf(given: z.infer<typeof environmentShape>): Settings {
  const reachedAt = ['0.0.0.0', '::', '[::]'].includes(given.HOST) ? '127.0.0.1' : given.HOST;
  return {
    port: given.PORT,
    host: given.HOST,
    dataFolder: resolve(given.GUICHET_DATA),
    backupFolder: given.GUICHET_BACKUP === undefined ? null : resolve(given.GUICHET_BACKUP),
    databaseUrl: given.DATABASE_URL ?? null,
    secret: given.GUICHET_SECRET ?? null,
    url: given.GUICHET_URL ?? `http://${reachedAt.includes(':') ? `[${reachedAt}]` : reachedAt}:${given.PORT}`,
    smtpUrl: given.SMTP_URL ?? null,
    mailFrom: given.MAIL_FROM ?? 'Guichet <guichet@guichet.example>',
    bounces: bouncesOf(given),
    isProduction: given.NODE_ENV === 'production',
    budget: given.GUICHET_BUDGET,
    ...machineSettingsOf(given),
    trustedProxies: given.GUICHET_TRUSTED_PROXIES,
  };
}

/** Without an address nobody reports; with one and no port, another process of ours listens. */
function bouncesOf(given: z.infer<typeof environmentShape>): BounceSettings | null {
  const { GUICHET_BOUNCE_ADDRESS: address, GUICHET_BOUNCE_HOST: host, GUICHET_BOUNCE_PORT: port } = given;
  if (address === undefined) return null;
  return { address: address.toLowerCase(), listen: port === undefined ? null : { host, port } };
}

/** What only makes sense together; judged on the raw text too, so that a fault of shape hides none of meaning. */
function meaningFaults(given: NodeJS.ProcessEnv, settings: Settings | undefined): readonly string[] {
  const isProduction = given['NODE_ENV'] === 'production';
  const missing = isProduction
    ? (['GUICHET_URL', 'SMTP_URL', 'MAIL_FROM'] as const).filter((name) => given[name] === undefined)
    : [];
  const hasPortAlone = given['GUICHET_BOUNCE_PORT'] !== undefined && given['GUICHET_BOUNCE_ADDRESS'] === undefined;
  const faults = [
    ...missing.map((name) => `${name} is missing: in production ${neededFor[name]}.`),
    ...(hasPortAlone ? [bouncesNowhere] : []),
    ...(isProduction ? talkative.filter((name) => given[name] !== undefined).map(talksOf) : []),
  ];
  const makesSecret = !isProduction && given['DATABASE_URL'] === undefined && given['GUICHET_SECRET'] === undefined;
  // A stand-in for what is missing, so that only what was given is judged.
  const secret = makesSecret ? 'unjudged, for one is made and kept in the data folder' : given['GUICHET_SECRET'];
  const url = given['GUICHET_URL'] ?? (isProduction ? 'https://unjudged.example' : settings?.url) ?? 'http://127.0.0.1';
  const refusals = new Set([
    refusalOfSecret(secret, { isProduction, url: 'https://unjudged.example' }),
    refusalOfSecret('only the address is judged, this is no secret', { isProduction, url }),
  ]);
  return [...faults, ...[...refusals].flatMap((refusal) => (refusal === null ? [] : [wordsOf[refusal]]))];
}

/** Make the runtime and its libraries print what they see, headers and their cookies included. */
const talkative = ['DEBUG', 'NODE_DEBUG', 'NODE_DEBUG_NATIVE'] as const;
const talksOf = (name: string) => `${name} is set: it prints what people send, cookies included. Unset it in production.`;

const bouncesNowhere = 'GUICHET_BOUNCE_PORT is set without GUICHET_BOUNCE_ADDRESS: give the address reports come to.';

const neededFor = {
  GUICHET_URL: 'links of mails lead to the public origin, such as https://guichet.example',
  SMTP_URL: 'mail leaves through a server, such as smtps://user:password@mail.example',
  MAIL_FROM: 'mail bears a sender, such as "Guichet <guichet@guichet.example>"',
} as const;

const toMake = 'make one with: openssl rand -base64 48';
const wordsOf: Readonly<Record<SecretRefusal, string>> = {
  SECRET_MISSING: `GUICHET_SECRET is missing: ${toMake}`,
  SECRET_TOO_SHORT: `GUICHET_SECRET is shorter than 32 bytes: ${toMake}`,
  SECRET_WELL_KNOWN: `GUICHET_SECRET can be guessed: ${toMake}`,
  URL_NOT_AN_ORIGIN: 'GUICHET_URL must be an origin without path, such as https://guichet.example.',
  URL_NOT_HTTPS: 'GUICHET_URL must begin with https:// in production: sessions and dossiers do not travel in the clear.',
};

/** The secret given, or the one made on the first start and kept beside the embedded database, for its owner alone. */
export function secretOf({ secret, dataFolder }: Settings): string {
  if (secret !== null) return secret;
  const file = join(dataFolder, 'secret');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeFileSync(file, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  }
  return readFileSync(file, 'utf8').trim();
}
