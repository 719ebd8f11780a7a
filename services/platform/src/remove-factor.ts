import { writeAccountMail } from '@guichet/database/account/auth-mail';
import { loginUrl } from '@guichet/database/session/migrate';
import { canonicalEmail } from '@guichet/domain/account/email-address';
import { Client } from 'pg';
import { atPlatform, type CommandPlace } from './running/command-place.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm factor:remove ADDRESS   for somebody who lost telephone and backup codes; make sure who asks first'];

/** `pnpm factor:remove`: the operator's way back in for an account whose second factor is lost; its rights ask for a new one at once. */
await runCommand(async () => {
  const { positionals } = argumentsOf(usage, { allowPositionals: true });
  const [address, ...rest] = positionals;
  if (address === undefined || rest.length > 0) throw misunderstood('Exactly one address is asked for.', usage);
  const email = canonicalEmail(address);
  if (email === null) throw misunderstood('That is no e-mail address.', usage);
  await atPlatform(settingsOfProcess(), (place) => remove(place, email));
});

async function remove({ ownerUrl, secret }: CommandPlace, email: string): Promise<void> {
  const client = new Client({ connectionString: loginUrl(ownerUrl, 'auth_svc', secret) });
  await client.connect();
  try {
    await client.query('begin');
    const locale = await withoutFactor(client, email);
    await writeAccountMail(client, secret, { recipient: email, kind: 'SECOND_FACTOR_OFF', locale, token: null });
    await client.query('commit');
  } finally {
    await client.end();
  }
  console.log(`The second factor of ${email} is gone, every session has ended, and a mail tells them.`);
  console.log('They sign in with their password; where their rights ask for a factor, they set up a new one first.');
}

/** Takes factor, backup codes and sessions away together; answers the language of the account. */
async function withoutFactor(client: Client, email: string): Promise<'fr' | 'en'> {
  const gone = await client.query<{ id: string; locale: 'fr' | 'en' }>(
    `delete from auth.second_factor f using auth."user" u where u.id = f.user_id and u.email = $1 returning u.id, u.locale`,
    [email],
  );
  const [account] = gone.rows;
  if (!account) throw new Refused(`${email} has no second factor here: nothing was changed.`);
  await client.query('delete from auth.session where user_id = $1', [account.id]);
  return account.locale;
}
