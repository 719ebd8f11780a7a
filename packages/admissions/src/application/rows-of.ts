import { type RawBuilder, sql } from 'kysely';

/** Rows as one parameter, `r`, in the order given: one statement whatever their number. */
export const rowsOf = (rows: readonly object[], shape: string): RawBuilder<unknown> =>
  sql`json_to_recordset(${JSON.stringify(rows)}::json) as r (${sql.raw(shape)})`;
