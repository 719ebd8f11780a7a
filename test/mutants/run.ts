import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { clone, databaseUrl, startTestServer, type TestServer } from '../world/server.ts';
import type { Mutant } from './mutant.ts';
import { mutants } from './mutants.ts';
import { copyTree, type TreeCopy } from './tree-copy.ts';
import { judge, type Verdict } from './verdict.ts';

/**
 * `pnpm test:mutants`: takes the walls away one by one and demands that the named tests go red. Nothing is broken in the working
 * tree: databases are copies, and so is the tree. `--only WORD` runs those whose name holds the word; `--json FILE` writes the verdicts.
 */
const root = join(import.meta.dirname, '../..');
const [only, json] = ['--only', '--json'].map((name) => argumentAfter(name));
const lanes = 2;

const chosen = mutants.filter(({ name }) => only === null || name.includes(only));
const server = await startTestServer();
const trees = Array.from({ length: lanes }, () => copyTree(root));
const verdicts = new Map<Mutant, Verdict>();
try {
  const waiting = [...chosen];
  await Promise.all(trees.map((tree, lane) => work(waiting, { tree, lane })));
} finally {
  for (const tree of trees) tree.remove();
  await server.stop();
}
conclude();

interface Lane {
  readonly tree: TreeCopy;
  readonly lane: number;
}

async function work(waiting: Mutant[], { tree, lane }: Lane): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const verdict = await tried(mutant, { tree, lane });
    verdicts.set(mutant, verdict);
    const word = verdict.killers.length > 0 ? 'caught  ' : 'SURVIVED';
    console.log(`${word}  ${verdict.seconds.toFixed(1).padStart(5)} s  ${mutant.name}${verdict.trouble === null ? '' : `\n${verdict.trouble}`}`);
  }
}

async function tried(mutant: Mutant, { tree, lane }: Lane): Promise<Verdict> {
  const { how, dies, tests } = mutant;
  const suffix = how.kind === 'database' ? `_m${lane}` : '';
  const restore = how.kind === 'code' ? tree.break(how) : () => {};
  if (how.kind === 'database') await breakDatabases(server, suffix, how.statements);
  try {
    const environment = {
      GUICHET_TEST_ADMINISTRATOR: server.administratorUrl,
      GUICHET_TEST_OWNER: server.ownerUrl,
      GUICHET_TEST_SUFFIX: suffix,
    };
    return await judge({ folder: tree.folder, files: dies, tests, environment, lane });
  } finally {
    restore();
  }
}

/** Fresh copies of the migrated database and of the template, with the wall taken away in both. */
async function breakDatabases({ administratorUrl }: TestServer, suffix: string, statements: readonly string[]): Promise<void> {
  for (const name of ['guichet', 'tmpl']) {
    await onDatabase(administratorUrl, [`drop database if exists ${name}${suffix} with (force)`]);
    await clone(administratorUrl, { from: name, to: `${name}${suffix}` });
    await onDatabase(databaseUrl(administratorUrl, `${name}${suffix}`), statements);
  }
}

async function onDatabase(connectionString: string, statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

function conclude(): void {
  const survivors = chosen.filter((mutant) => (verdicts.get(mutant)?.killers.length ?? 0) === 0);
  console.log(`${chosen.length - survivors.length} of ${chosen.length} mutants caught.`);
  if (json !== null) {
    const told = chosen.map((mutant) => ({ name: mutant.name, killedBy: verdicts.get(mutant)?.killers[0] ?? null }));
    writeFileSync(json, `${JSON.stringify(told, null, 2)}\n`);
  }
  process.exitCode = survivors.length === 0 ? 0 : 1;
}

function argumentAfter(name: string): string | null {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? null);
}
