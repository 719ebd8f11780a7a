import { sql } from 'kysely';
import type { Orm } from '../session/orm.ts';
import { walls } from '../walls/define-table.ts';
import { grantsSql, keysSql } from '../walls/print-walls.ts';

/** Written by hand in the migrations, beside the tables: accounts, the seal, functions, effects and their triggers. */
const byHand = /^drop (table|schema|function|trigger) if exists /;

/** What turns the database as migrated into the database as the tables of the code say: tables, policies, keys, grants, in order. */
export async function differences(orm: Orm): Promise<readonly string[]> {
  const declared = new Map(keysSql().map((statement) => [/add constraint (\S+)/.exec(statement)?.[1] ?? '', statement]));
  const present = await rows<{ name: string }>(
    orm,
    `select conname as name from pg_constraint where contype = 'f' and connamespace = 'app'::regnamespace`,
  );
  const held = new Set(present.map(({ name }) => name));
  const gone = [...held].filter((name) => !declared.has(name));
  const changes = statementsOf(await orm.schema.getUpdateSchemaSQL({ wrap: false, safe: false })).filter(
    (statement) => !byHand.test(statement) && (!isKeyDrop(statement) || gone.some((name) => statement.endsWith(` ${name}`))),
  );
  const keys = [...declared].filter(([name]) => !held.has(name)).map(([, statement]) => statement);
  return [...changes, ...keys, ...(await grantChanges(orm))];
}

const isKeyDrop = (statement: string) =>
  /^alter table \S+ drop constraint \S+_key$/.test(statement) && !statement.endsWith('_unique');

/** Grants are compared as single facts: role, table, command, column; a grant on the whole table has the column `*`. */
async function grantChanges(orm: Orm): Promise<readonly string[]> {
  const wanted = new Set(grantsSql(orm).flatMap(factsOf));
  const tables = walls.map(({ table }) => table);
  const held = await rows<{ fact: string }>(orm, presentGrants);
  const facts = new Set(held.map(({ fact }) => fact).filter((fact) => tables.includes(fact.split(' ')[1] ?? '')));
  return [
    ...asStatements(
      'revoke',
      [...facts].filter((fact) => !wanted.has(fact)),
    ),
    ...asStatements(
      'grant',
      [...wanted].filter((fact) => !facts.has(fact)),
    ),
  ];
}

const presentGrants = `
  select concat_ws(' ', g.rolname, c.relname, lower(x.privilege_type), '*') as fact from pg_class c, aclexplode(c.relacl) x
    join pg_roles g on g.oid = x.grantee where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and g.rolname like 'app\\_%'
      and g.oid <> c.relowner
  union all
  select concat_ws(' ', g.rolname, c.relname, lower(x.privilege_type), a.attname) from pg_class c
    join pg_attribute a on a.attrelid = c.oid, aclexplode(a.attacl) x join pg_roles g on g.oid = x.grantee
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and g.rolname like 'app\\_%' and g.oid <> c.relowner`;

function factsOf(statement: string): readonly string[] {
  const [, command = '', columns, table = '', roles = ''] =
    /^grant (\w+)(?: \(([^)]*)\))? on app\.(\w+) to (.*)$/.exec(statement) ?? [];
  return roles
    .split(', ')
    .flatMap((role) => (columns?.split(', ') ?? ['*']).map((column) => `${role} ${table} ${command} ${column}`));
}

function asStatements(verb: 'grant' | 'revoke', facts: readonly string[]): readonly string[] {
  const byCell = Map.groupBy(facts, (fact) => fact.slice(0, fact.lastIndexOf(' ')));
  return [...byCell].map(([cell, all]) => {
    const [role, table, command] = cell.split(' ');
    const columns = all.map((fact) => fact.slice(fact.lastIndexOf(' ') + 1));
    const list = columns.includes('*') ? '' : ` (${columns.join(', ')})`;
    return `${verb} ${command}${list} on app.${table} ${verb === 'grant' ? 'to' : 'from'} ${role}`;
  });
}

const rows = async <R>(orm: Orm, text: string): Promise<R[]> => {
  const em = orm.em.fork();
  return (await sql.raw<R>(text).execute(em.getKysely())).rows;
};

const statementsOf = (text: string) =>
  text
    .split(/;\s*\n/)
    .map((statement) => unquoted(statement.trim()).replace(/;$/, ''))
    .filter((statement) => statement !== '' && !statement.startsWith('create schema'));

/** Names of ours need no quotes; that of a collation does, or it is folded to lower case. */
const unquoted = (statement: string) =>
  statement.replaceAll(/(collate )?"([^"]*)"/g, (whole, collate: string | undefined, name: string) => (collate ? whole : name));
