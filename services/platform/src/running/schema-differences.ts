import type { Orm } from '@guichet/database/session/orm';
import { keysSql } from '@guichet/database/walls/print-walls';

/** Written by hand in the migrations, beside the tables: accounts, the seal, functions and effects. */
const byHand = /^drop (table|schema|function|trigger) if exists /;
const key = /^alter table app\.\w+ drop constraint (\w+)$/;

/** What would have to change in the database for it to be as the tables of the code say; empty when it is. */
export async function schemaDifferences(orm: Orm): Promise<readonly string[]> {
  const changes = statementsOf(await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false }));
  // Foreign keys are made by the migrations alone, so the ORM would drop every one that is declared and there.
  const present = new Set(changes.flatMap((statement) => key.exec(statement)?.[1] ?? []));
  const declared = new Set(keysSql().flatMap((statement) => /add constraint (\S+)/.exec(statement)?.[1] ?? []));
  const foreign = changes.filter((statement) => !byHand.test(statement) && !declared.has(key.exec(statement)?.[1] ?? ''));
  return [...foreign, ...[...declared].filter((name) => !present.has(name)).map((name) => `add foreign key ${name}`)];
}

const statementsOf = (sql: string) =>
  sql
    .split(/;\s*\n/)
    .map((statement) => statement.trim().replaceAll('"', '').replace(/;$/, ''))
    .filter((statement) => statement !== '');
