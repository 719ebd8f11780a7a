import { sealFactor } from '@guichet/database/account/factor-secret';
import { loginUrl } from '@guichet/database/session/migrate';
import { mustHaveSecondFactor } from '@guichet/domain/account/second-factor';
import { factorTexts, newFactor } from '@guichet/gateway/account/second-factor/time-code';
import { Client } from 'pg';
import type { DemoKind } from './people/demo-people.ts';

interface AccountsPlace {
  readonly ownerUrl: string;
  readonly secret: string;
}

/** Whether a demo account of this kind must have a second factor, by the rule that holds for everybody. */
export const needsFactor = (kind: DemoKind): boolean =>
  mustHaveSecondFactor({
    isConsortium: kind === 'consortium-admin',
    functions:
      { 'school-admin': ['ADMIN' as const], 'admissions-officer': ['OFFICER' as const], reviewer: ['REVIEWER' as const] }[
        kind as string
      ] ?? [],
  });

/** Why staff signs in without a code; written beside the account. */
const withoutCode = 'Signs in without a code as long as no confidential class exists to read.';

/** Sets up a second factor for those of these addresses that have none, and answers each one's secret (base32). */
export async function plantFactors(
  { ownerUrl, secret }: AccountsPlace,
  emails: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: loginUrl(ownerUrl, 'auth_svc', secret) });
  await client.connect();
  try {
    const bare = await client.query<{ id: string; email: string }>(
      `select u.id, u.email from auth."user" u where u.email = any($1) and not exists (
         select from auth.second_factor f where f.user_id = u.id and f.confirmed_at is not null)`,
      [emails],
    );
    const planted = new Map<string, string>();
    for (const { id, email } of bare.rows) planted.set(email, await plant(client, secret, { id, email }));
    return planted;
  } finally {
    await client.end();
  }
}

async function plant(client: Client, secret: string, { id, email }: { id: string; email: string }): Promise<string> {
  const bytes = newFactor();
  await client.query('delete from auth.second_factor where user_id = $1', [id]);
  await client.query('insert into auth.second_factor (user_id, sealed_secret) values ($1, $2)', [
    id,
    sealFactor(secret, id, bytes),
  ]);
  await client.query('update auth.second_factor set confirmed_at = auth.clock() where user_id = $1', [id]);
  return factorTexts(bytes, email).base32;
}

/** What an entry says of its second factor. */
export function factorOf(
  { kind, email }: { readonly kind: DemoKind; readonly email: string },
  planted: ReadonlyMap<string, string>,
) {
  const isStaff = kind === 'admissions-officer' || kind === 'reviewer';
  return { totpSecret: planted.get(email) ?? null, ...(isStaff && !needsFactor(kind) ? { note: withoutCode } : {}) };
}
