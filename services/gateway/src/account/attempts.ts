import { createHmac } from 'node:crypto';
import { derived } from '@guichet/database/session/secrets';
import type { Pool } from 'pg';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { AccountRefusal } from './refusal/refusal.ts';
import { networksOf } from './request/network.ts';

/** How many attempts within how many seconds; a window begins with its first attempt and nothing locks for longer. */
export interface Limit {
  readonly points: number;
  readonly duration: number;
}

const quarter = 15 * 60;
/** Passwords and codes are counted when wrong; mails and links whenever asked for. A line is an address or a /64, a neighbourhood a /24 or a /48. */
export const usualLimits = {
  passwordsOfAccount: { points: 10, duration: quarter },
  passwordsOfLine: { points: 60, duration: quarter },
  passwordsOfNeighbourhood: { points: 300, duration: quarter },
  codesOfAccount: { points: 10, duration: quarter },
  mailsToAddress: { points: 6, duration: 60 * 60 },
  mailsOfLine: { points: 120, duration: quarter },
  linksOfLine: { points: 60, duration: quarter },
} as const satisfies Record<string, Limit>;
export type AttemptLimits = { readonly [Each in keyof typeof usualLimits]: Limit };
type Name = keyof AttemptLimits;

export interface CountedAttempt {
  /** Gives the attempt back: what was typed was right. */
  forgive(): Promise<void>;
}

export interface Attempts {
  /** Counts one evaluation of a password before it happens. Refuses with THROTTLED; tells the first time an account is full. */
  password(email: string, address: string): Promise<CountedAttempt>;
  /** Counts one evaluation of a code of a second factor, as a password is. */
  code(email: string, address: string): Promise<CountedAttempt>;
  /** Counts one mail asked for. */
  mail(email: string, address: string): Promise<void>;
  /** Counts one use of a link's token. */
  link(address: string): Promise<void>;
  /** Forgets what was counted on an account: its owner proved the address. */
  forget(email: string): Promise<void>;
}

export interface AttemptsOptions {
  readonly pool: Pool;
  readonly secret: string;
  readonly limits?: Partial<AttemptLimits>;
  /** Once per window, when an account or a network has spent its attempts. */
  readonly onSpent: (what: { name: Name; email: string | null }) => void;
}

/** Attempts counted in PostgreSQL, so that several gateways count together; keys are digests, no address is stored. */
export function createAttempts({ pool, secret, limits, onSpent }: AttemptsOptions): Attempts {
  const key = derived(secret, 'attempts');
  const digest = (text: string) => createHmac('sha256', key).update(text).digest('base64url');
  const limiters = new Map<Name, RateLimiterPostgres>();
  for (const name of Object.keys(usualLimits) as Name[]) {
    limiters.set(name, limiterOf(pool, name, { ...usualLimits, ...limits }[name]));
  }
  const of = (name: Name) => limiters.get(name) as RateLimiterPostgres;

  async function spend(name: Name, subject: string) {
    const limiter = of(name);
    try {
      await limiter.consume(digest(subject));
    } catch (refusal) {
      if (!(refusal instanceof RateLimiterRes)) throw refusal;
      if (refusal.consumedPoints === limiter.points + 1) onSpent({ name, email: ofAccount.has(name) ? subject : null });
      throw new AccountRefusal('THROTTLED', { retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) });
    }
  }

  async function evaluation(name: Name, email: string, address: string): Promise<CountedAttempt> {
    const { line, neighbourhood } = networksOf(address);
    // Networks first: an address that is already refused does not spend the account's attempts.
    const counted: [Name, string][] = [
      ['passwordsOfNeighbourhood', neighbourhood],
      ['passwordsOfLine', line],
      [name, email],
    ];
    for (const [each, subject] of counted) await spend(each, subject);
    return {
      forgive: async () => {
        await Promise.all(counted.map(([each, subject]) => of(each).reward(digest(subject))));
      },
    };
  }

  return {
    password: (email, address) => evaluation('passwordsOfAccount', email, address),
    code: (email, address) => evaluation('codesOfAccount', email, address),
    async mail(email, address) {
      await spend('mailsOfLine', networksOf(address).line);
      await spend('mailsToAddress', email);
    },
    link: (address) => spend('linksOfLine', networksOf(address).line),
    forget: async (email) => {
      await of('passwordsOfAccount').delete(digest(email));
    },
  };
}

/** Limits whose subject is an account's address: its owner is told. */
const ofAccount: ReadonlySet<Name> = new Set(['passwordsOfAccount', 'codesOfAccount']);

const limiterOf = (pool: Pool, name: Name, limit: Limit) =>
  new RateLimiterPostgres({
    storeClient: pool,
    storeType: 'pool',
    schemaName: 'auth',
    tableName: 'attempt',
    tableCreated: true,
    keyPrefix: name,
    ...limit,
  });
