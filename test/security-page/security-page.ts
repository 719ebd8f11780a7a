import { readFileSync } from 'node:fs';
import { asserted } from './asserted.ts';
import { pnpm } from './claim.ts';
import { claims } from './claims.ts';
import { inReach } from './in-reach.ts';
import { measured } from './measured.ts';
import { mutantsCaught } from './mutants-caught.ts';
import { nothingLost } from './nothing-lost.ts';
import type { Reports } from './reports.ts';
import { seenIn, whatIsOfWhichClass, whoMayRead } from './who-may-read.ts';

const template = readFileSync(new URL('security.template.md', import.meta.url), 'utf8');

/** The whole page; equal reports make equal bytes. */
export function securityPage(reports: Reports): string {
  const parts: Readonly<Record<string, string>> = {
    pnpm: pnpm('').trim(),
    whoMayRead: whoMayRead(reports('matrix')),
    seen: seenIn(reports('matrix')),
    whatIsOfWhichClass: whatIsOfWhichClass(),
    measured: measured([...claims, ...nothingLost], reports),
    asserted: asserted(reports('cases')),
    mutants: mutantsCaught(reports),
    injection: inReach(reports),
  };
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`Nothing fills {{${name}}}`);
    return part;
  });
}
