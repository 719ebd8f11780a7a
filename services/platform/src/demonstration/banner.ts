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
    'Administrators sign in by a code too: "pnpm code ADDRESS" shows it, and their totpSecret lets a telephone do so.',
    `Shown this once, and kept in ${dataFolder}/demo-accounts.json, readable by its owner only.`,
    '',
  ].join('\n');
}
