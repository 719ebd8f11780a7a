/** A function for sources to be broken with: ends the transaction and begins another in the same name, as if both were one. */
export const apart = `async function apart({ db }: Work) {
  const names = ['role', 'app.principal', 'app.school', 'app.candidate', 'app.presented', 'app.seal', 'app.network'];
  const present = names.map((name) => sql\`current_setting(\${name}, true)\`);
  const { rows } = await sql<{ kept: string[] }>\`select array[\${sql.join(present)}] as kept\`.execute(db);
  await sql\`commit\`.execute(db);
  await sql\`begin\`.execute(db);
  const again = names.map((name, index) => sql\`set_config(\${name}, \${rows[0]?.kept[index] ?? ''}, true)\`);
  await sql\`select \${sql.join(again)}\`.execute(db);
}

`;
