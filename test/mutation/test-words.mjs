export { expect } from 'expect';

/** Every test of the files loaded, by title. */
export const collected = [];
let inside = '';

export function describe(title, declare) {
  const outside = inside;
  inside = `${inside}${title} › `;
  declare();
  inside = outside;
}

export function test(title, run) {
  collected.push({ title: inside + title, run });
}

test.each = (rows) => (title, run) => {
  for (const row of rows) test(`${title} ${JSON.stringify(row)?.slice(0, 80)}`, () => run(...(Array.isArray(row) ? row : [row])));
};

export const afterAll = () => {};
