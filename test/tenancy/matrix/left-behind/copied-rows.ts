/** Each of these rows once more, with other values. */
export const copyOf = (table: string, where: string, values: Readonly<Record<string, string>> = {}): string => {
  const given = Object.entries({ id: 'gen_random_uuid()', ...values }).map(([column, value]) => `'${column}', ${value}`);
  return `insert into app.${table} select (jsonb_populate_record(x, jsonb_build_object(${given.join(', ')}))).* from app.${table} x where ${where}`;
};
