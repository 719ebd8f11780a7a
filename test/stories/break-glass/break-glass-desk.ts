import type { Actor, Selected } from '../../world/actor.ts';
import { asConsortium } from '../../world/consortium.ts';
import { freshKey } from '../../world/dossier.ts';

/** What an administrator is shown of a break-glass. */
export const shown = `id reference reason at endsAt endedAt school { slug } dossier { reference number identity { lastName } contact { city }
  institution country specialisms { code } studies { level } qualification { kind } answers { text } }`;

export const purpose = 'Le candidat signale une pièce illisible dans son dossier.';

/** One attempt at a dossier: the break-glass or every objection. */
export async function broken(person: Actor, input: object): Promise<Selected> {
  const document = `mutation ($input: BreakGlassInput!) { breakGlass(input: $input) { breakGlass { ${shown} } userErrors { code message path } } }`;
  const given = { idempotencyKey: freshKey(), reason: purpose, ...input };
  return (await person.read(document, { input: given }, asConsortium)).breakGlass;
}

/** One's own break-glasses as they are read now. */
export const ownOnes = async (person: Actor): Promise<Selected[]> =>
  (
    await person.read(`{ consortium { breakGlasses(first: 20) { edges { node { ${shown} } } } } }`, {}, asConsortium)
  ).consortium.breakGlasses.edges.map(({ node }: Selected) => node);
