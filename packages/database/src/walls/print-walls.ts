import type { Orm } from '../session/orm.ts';
import { grantsOf } from './allow.ts';
import { walls } from './define-table.ts';

/** Columns of a table in the order of its definition, for SELECT is granted by column. */
const columnsOf = (orm: Orm) => (table: string) => {
  const meta = [...orm.getMetadata().getAll().values()].find((entity) => entity.tableName === table);
  if (!meta) throw new Error(`No table ${table}`);
  return meta.props.flatMap((property) => (property.persist === false ? [] : property.fieldNames));
};

const keyName = (table: string, key: string) => {
  const columns = /foreign key \(([^)]*)\)/.exec(key)?.[1]?.split(', ') ?? [];
  return `${table}_${columns.join('_')}_key`.replace(/_id/g, '').slice(0, 60);
};

/** The foreign keys as SQL, each inside its tenant. */
export const keysSql = () =>
  walls.flatMap(({ table, keys }) => keys.map((key) => `alter table app.${table} add constraint ${keyName(table, key)} ${key}`));

/** The grants as SQL, line by line as the class table stands beside each table. */
export const grantsSql = (orm: Orm) => walls.flatMap((wall) => grantsOf(wall, columnsOf(orm)));
