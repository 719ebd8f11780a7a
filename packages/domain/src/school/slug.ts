/** Words the platform keeps for its own addresses and roles; no school and no campaign is called so (I-16). */
export const reservedSlugs: ReadonlySet<string> = new Set(
  `about account accounts admin administrator api app assets auth campaign campaigns candidat candidate candidates consortium
  demo desk dev docs dossier example graphiql graphql guichet health help home join login logout mail me new node null
  platform portal public register reset root schema school schools settings sign-in sign-out signin signup static status
  support system test undefined verify webhooks www`.split(/\s+/),
);

/** Longest slug, in characters: the label of a host name (RFC 1035, 2.3.4). */
export const longestSlug = 63;

/** Lower-case ASCII words joined by single hyphens, a letter first, at most 63: what a host name and an address both bear. */
export const slugPattern = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;

/** Why a school or a campaign is not called so: no slug, or a word the platform keeps (I-16); whether it is taken is the list's business. */
export function faultOfSlug(written: string): 'SLUG_NOT_VALID' | 'SLUG_RESERVED' | null {
  if (written.length > longestSlug || !slugPattern.test(written)) return 'SLUG_NOT_VALID';
  return reservedSlugs.has(written) ? 'SLUG_RESERVED' : null;
}

/** How to mend what is no slug; names the letter that only looks like an ASCII one, or proposes the plain spelling. */
export function slugRemedy(written: string): string {
  const plain = written
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s_.’']+/g, '-');
  if (slugPattern.test(plain))
    return `a slug has only a–z, 0–9 and single hyphens, a letter first: write ${JSON.stringify(plain)}`;
  const stranger = /\P{ASCII}/u.exec(plain)?.[0];
  if (stranger === undefined) return 'a slug has only a–z, 0–9 and single hyphens, a letter first';
  const code = stranger.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0');
  return `the character U+${code} is none of a–z, even where it looks like one: type it anew on a plain keyboard`;
}
