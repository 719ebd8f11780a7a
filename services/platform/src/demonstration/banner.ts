import type { LoadedDemonstration } from './first-load.ts';

/** What the terminal shows once, after the first start loaded the demonstration. */
export function loadedBanner({ slug, schools, accounts }: LoadedDemonstration, dataFolder: string): string {
  const width = Math.max(...accounts.map(({ email }) => email.length));
  return [
    '',
    `Demonstration campaign ${slug} loaded and opened, with ${schools} schools.`,
    '',
    'WARNING: demo accounts with passwords known to whoever reads this. Never put real people’s data here.',
    ...accounts.map(({ kind, email, password }) => `  ${kind.padEnd(18)}  ${email.padEnd(width)}  ${password}`),
    `They are shown this once, and kept in ${dataFolder}/demo-accounts.json, readable by its owner only.`,
    '',
  ].join('\n');
}
