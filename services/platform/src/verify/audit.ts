import { readFileSync } from 'node:fs';
import { consortiumHat, systemPrincipal } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import { type Binding, inWork } from '@guichet/database/session/work';
import { type ChainHead, type TrailFault, type VerifiedTrail, verifyTrail } from '@guichet/worker/audit/verify-trail';
import { sql } from 'kysely';
import { atPlatform } from '../running/command-place.ts';
import { settingsOfProcess } from '../settings.ts';
import { argumentsOf, misunderstood } from '../terminal/arguments.ts';
import { callersPath } from '../terminal/callers-path.ts';
import { Refused } from '../terminal/refused.ts';
import { runCommand } from '../terminal/run-command.ts';

const usage = [
  'usage: pnpm audit:verify [--heads FILE]',
  'Prints one line per chain, its newest number and digest. Keep that output elsewhere: given back with --heads, it shows that no end',
  'was cut off and nothing rewritten since.',
];

const persons = 'persons';

const words: Readonly<Record<TrailFault['kind'], (fault: TrailFault) => string>> = {
  CHANGED: ({ number, auditId }) => `entry ${number} (${auditId}) was changed after it was sealed`,
  MISSING: ({ number, auditId }) => `entry ${number} (${auditId}) is gone`,
  GAP: ({ number }) => `links before ${number} are gone`,
  LINK_ALTERED: ({ number, auditId }) => `the seal of entry ${number} (${auditId}) was altered; the entry was not`,
  UNSEALED: ({ auditId }) => `entry ${auditId} is older than a minute and not sealed: does a worker run?`,
  CUT: ({ number }) => `the chain was cut off from ${number} on`,
  REWRITTEN: ({ number }) => `the chain was rewritten at ${number} or before`,
};

/** `pnpm audit:verify`: reads the sealed trail again and names every change and gap; ends with 1 when there is one. */
await runCommand(async () => {
  const { values } = argumentsOf(usage, { options: { heads: { type: 'string' } } });
  await atPlatform(settingsOfProcess(), async ({ ownerUrl, secret, binding }) => {
    const slugs = await slugsOf(binding);
    const kept = values.heads === undefined ? [] : headsIn(values.heads, slugs);
    const orm = await createOrm({
      url: loginUrl(ownerUrl, 'app_work', secret),
      connections: 2,
      applicationName: 'guichet-command',
    });
    try {
      tell(await verifyTrail({ ...binding, orm }, kept), slugs);
    } finally {
      await orm.close();
    }
  });
});

type Slugs = ReadonlyMap<string, string>;

async function slugsOf(binding: Binding): Promise<Slugs> {
  const { rows } = await inWork(binding, consortiumHat(systemPrincipal), ({ db }) =>
    sql<{ id: string; slug: string }>`select id, slug from app.school`.execute(db),
  );
  return new Map(rows.map(({ id, slug }) => [id, slug]));
}

/** Heads as this command printed them; other lines of its output are passed over. */
function headsIn(file: string, slugs: Slugs): readonly ChainHead[] {
  const ids = new Map([...slugs].map(([id, slug]) => [slug, id]));
  const heads = [...readText(file).matchAll(/^(\S+) +(\d+) +([0-9a-f]{64})$/gm)].map(([, chain = '', number, digest = '']) => {
    const schoolId = chain === persons ? null : ids.get(chain);
    if (schoolId === undefined) throw new Refused(`${file} keeps the head of a school that is not there: ${chain}.`);
    return { schoolId, number: Number(number), digest };
  });
  if (heads.length === 0) throw misunderstood(`${file} keeps no head.`, usage);
  return heads;
}

function readText(file: string): string {
  try {
    return readFileSync(callersPath(file), 'utf8');
  } catch {
    throw misunderstood(`${file} cannot be read.`, usage);
  }
}

function tell({ entries, heads, faults }: VerifiedTrail, slugs: Slugs): void {
  const nameOf = (schoolId: string | null) => (schoolId === null ? persons : (slugs.get(schoolId) ?? schoolId));
  for (const { schoolId, number, digest } of heads) console.log(`${nameOf(schoolId)} ${number} ${digest}`);
  for (const fault of faults) console.log(`${nameOf(fault.schoolId)}: ${words[fault.kind](fault)}`);
  if (faults.length > 0) throw new Refused(`The trail is not as it was sealed: ${faults.length} faults.`);
  console.log(`Every one of ${entries} entries is as it was sealed, in ${heads.length} chains.`);
}
