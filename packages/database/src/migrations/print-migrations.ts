import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../server/embedded-postgres.ts';
import { prepareOwner } from '../server/prepare-owner.ts';
import { createOrm } from '../session/orm.ts';
import { differences } from './differences.ts';
import { fillKeptLists } from './fill-kept-lists.ts';

/** The migration that has not landed yet: printed anew as often as the tables change. Once landed, the next one takes its place here. */
const printed = {
  after: 'Migration0021KeptKey',
  name: 'Migration0022KeptLists',
  file: 'migration-0022-kept-lists.ts',
};

/** `pnpm db:print`: what the tables have become since the migration before, against a database migrated so far. */
const folder = mkdtempSync(join(tmpdir(), 'guichet-print-'));
chmodSync(folder, 0o755); // else a server lent by root cannot enter
const server = await startEmbedded(join(folder, 'database'), { durable: false });
try {
  const ownerUrl = await prepareOwner(server.url);
  const orm = await createOrm({ url: ownerUrl, connections: 2, applicationName: 'guichet-print', isOwner: true });
  try {
    await orm.migrator.up({ to: printed.after });
    await fillKeptLists(orm);
    const lines = await differences(orm);
    writeFileSync(new URL(printed.file, import.meta.url), migrationText(lines));
    console.log(`${printed.file}: ${lines.length} statements`);
  } finally {
    await orm.close();
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}

function migrationText(lines: readonly string[]): string {
  const body = lines.map(
    (line) => `    this.addSql(\`${line.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);`,
  );
  return `import { Migration } from '@mikro-orm/migrations';

/** What the tables have become since the migration before, printed from them (\`pnpm db:print\`). */
export class ${printed.name} extends Migration {
  override up() {
${body.join('\n')}
  }
}
`;
}
