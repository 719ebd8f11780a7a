import type { LoadedDemonstration } from './first-load.ts';

/** What the terminal shows once, after the first start loaded the demonstration. */
export function loadedBanner({ slug, schools, dossiers, accounts }: LoadedDemonstration, dataFolder: string): string {
  const width = Math.max(...accounts.map(({ email }) => email.length));
  const passwords = new Set(accounts.map(({ password }) => password));
  return [
    '',
    `Demonstration campaign ${slug} loaded and opened: ${schools} schools, ${dossiers} synthetic dossiers submitted.`,
    '',
    'WARNING: demo accounts, open to whoever reads this. Never put a real person’s data here.',
    ...accounts.map(({ kind, email }) => `  ${kind.padEnd(18)}  ${email.padEnd(width)}`.trimEnd()),
    `  password of them all: ${[...passwords].join(' ')}`,
    'Administrators are asked for a code too: "npx -y pnpm@12 code ADDRESS" shows it, or an authenticator app given their totpSecret.',
    `Shown this once; kept in ${dataFolder}/demo-accounts.json, readable by you only, with each school’s keys.`,
    '',
  ].join('\n');
}
