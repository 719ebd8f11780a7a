import { entriesIn } from './demonstration/known-accounts.ts';
import { telephoneOf } from './demonstration/telephone.ts';
import { settingsOfProcess } from './settings.ts';
import { argumentsOf, misunderstood } from './terminal/arguments.ts';
import { Refused } from './terminal/refused.ts';
import { runCommand } from './terminal/run-command.ts';

const usage = ['usage: pnpm code ADDRESS   the present code of a demo account that has a second factor'];

/** `pnpm code`: what the telephone of a demo account would show now. */
await runCommand(async () => {
  const { positionals } = argumentsOf(usage, { allowPositionals: true });
  const [email, ...rest] = positionals;
  if (email === undefined || rest.length > 0) throw misunderstood('Exactly one address is asked for.', usage);
  const { isProduction, dataFolder } = settingsOfProcess();
  if (isProduction) throw new Refused('Codes of demo accounts are never shown in production.');
  const { code, secondsLeft } = telephoneOf(secretOf(dataFolder, email));
  // The neighbouring half minutes count too, so that whoever types it at the end of its own is still let in.
  console.log(`${code}   the next one comes in ${secondsLeft} s; each opens once`);
});

function secretOf(dataFolder: string, email: string): string {
  const entries = ['demo-accounts.json', 'seed-accounts.json'].flatMap((file) => entriesIn(dataFolder, file) ?? []);
  const found = entries.find((entry) => entry.kind !== 'api-key' && entry.email === email.toLowerCase());
  if (entries.length === 0)
    throw new Refused(`${dataFolder} holds no demo accounts: start the platform first, or name its folder in GUICHET_DATA.`);
  if (!found || found.kind === 'api-key')
    throw new Refused(`No demo account is called ${email}. ${dataFolder}/demo-accounts.json names them.`);
  if (!found.totpSecret) throw new Refused(`${email} signs in without a code.`);
  return found.totpSecret;
}
