import { writeFileSync } from 'node:fs';
import { MikroORM } from '@mikro-orm/postgresql';
import { tables } from '../session/tables.ts';
import { grantsSql, keysSql } from '../walls/print-walls.ts';

// Until the first release the tables' two migrations are printed anew (`pnpm db:print`); afterwards a change is a further migration.
const orm = await MikroORM.init({
  dbName: 'none',
  schema: 'app',
  entities: tables,
  schemaGenerator: { createForeignKeyConstraints: false },
});

const statements = (text: string) =>
  text
    .split(/;\s*\n/)
    .map((part) => part.trim().replace(/;$/, ''))
    .filter((part) => part !== '' && !part.startsWith('create schema'));

function print(name: string, sentence: string, lines: readonly string[]) {
  const file = name
    .replace('Migration', 'migration-')
    .replace(/(\d{4})(\w)/, (_, digits, letter) => `${digits}-${letter.toLowerCase()}`);
  const body = lines.map(
    (line) => `    this.addSql(\`${line.replaceAll('\\', '\\\\').replaceAll('`', '\\`').replaceAll('${', '\\${')}\`);`,
  );
  const text = `import { Migration } from '@mikro-orm/migrations';

/** ${sentence} */
export class ${name} extends Migration {
  override up() {
${body.join('\n')}
  }
}
`;
  writeFileSync(new URL(`${file}.ts`, import.meta.url), text);
}

print(
  'Migration0002Tables',
  'Every table with its row-level security, printed from the tables (`pnpm db:print`).',
  statements(await orm.schema.getCreateSchemaSQL({ wrap: false })),
);
print(
  'Migration0003Grants',
  'Foreign keys that stay inside a tenant, and the grants of the class table, printed from the tables (`pnpm db:print`).',
  [...keysSql(), ...grantsSql(orm)],
);
await orm.close();
