import { schoolOf } from '../../canary-world.ts';

/** Words of SQL for the rows of the fixture. */
export const A = `(select id from app.school where slug = '${schoolOf.A}')`;
export const B = `(select id from app.school where slug = '${schoolOf.B}')`;

const account = (email: string) => `(select account_id from app.person where email = '${email}')`;
export const staff = (name: string, side: 'A' | 'B') => account(`${name.toLowerCase()}@${schoolOf[side]}.example`);
export const candidateAccount = (name: string) => account(`${name.toLowerCase()}@candidat.example`);
export const candidate = (name: string) => `(select id from app.candidate where account_id = ${candidateAccount(name)})`;
export const candidacy = (name: string, school: string) =>
  `(select id from app.candidacy where school_id = ${school} and candidate_id = ${candidate(name)})`;

/** Each of these rows once more, with other values. */
export const copyOf = (table: string, where: string, values: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries({ id: 'gen_random_uuid()', ...values }).map(([column, value]) => `'${column}', ${value}`);
  return `insert into app.${table} select (jsonb_populate_record(x, jsonb_build_object(${given.join(', ')}))).* from app.${table} x where ${where}`;
};
