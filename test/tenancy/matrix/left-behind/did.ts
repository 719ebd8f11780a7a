import type { Actor, Selected } from '../../../world/actor.ts';
import { freshKey } from '../../../world/dossier.ts';

/** One act that must succeed; what it answers. */
export async function did(person: Actor, [mutation, selection]: readonly [string, string], input: object): Promise<Selected> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message path } } }`;
  const { [mutation]: done } = await person.read(document, { input: { idempotencyKey: freshKey(), ...input } });
  if (done.userErrors.length > 0) throw new Error(`${mutation}: ${JSON.stringify(done.userErrors)}`);
  return done;
}
