import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor } from '../world/actor.ts';
import { freshKey, type HeldDossier } from '../world/dossier.ts';
import type { World } from '../world/world.ts';

interface Named {
  readonly dossiers: Readonly<Record<string, HeldDossier>>;
  readonly schoolOf: Readonly<Record<string, string>>;
}

/** Candidacies by candidate and letter of the school, as `C1 at A`. */
export async function candidaciesOf(world: World, { dossiers, schoolOf }: Named): Promise<Record<string, string>> {
  const rows = await world.sql<{ reference: string; slug: string; id: string }>(
    `select h.reference, s.slug, h.candidacy_id as id from app.dossier_head h join app.school s on s.id = h.school_id`,
  );
  const nameOf = new Map(Object.entries(dossiers).map(([name, { reference }]) => [reference, name]));
  const letterOf = new Map(Object.entries(schoolOf).map(([side, slug]) => [slug, side]));
  return Object.fromEntries(rows.map(({ reference, slug, id }) => [`${nameOf.get(reference)} at ${letterOf.get(slug)}`, id]));
}

const assigned = [
  ['RA1', 'C1 at A'],
  ['RA2', 'C2 at A'],
  ['RB1', 'C1 at B'],
] as const;

/** Each reader has one dossier, and has opened it; so have the officers of the first. */
export async function assign(
  world: World,
  people: Readonly<Record<'RA1' | 'RA2' | 'RB1' | 'OA' | 'OB', Actor>>,
  candidacies: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [reader, candidacy] of assigned) {
    await world.sql(
      `insert into app.assignment (school_id, candidacy_id, reader_id, is_masked)
       select school_id, id, $1, false from app.candidacy where id = $2`,
      [people[reader].accountId, candidacies[candidacy]],
    );
    await open(people[reader], candidacies[candidacy] ?? '');
  }
  await open(people.OA, candidacies['C1 at A'] ?? '');
  await open(people.OB, candidacies['C3 at B'] ?? '');
}

async function open(reader: Actor, candidacy: string) {
  const input = { candidacyId: encodeId('Candidacy', candidacy), idempotencyKey: freshKey() };
  const { openCandidacy } = await reader.read(
    'mutation ($input: OpenCandidacyInput!) { openCandidacy(input: $input) { candidacy { openedAt } userErrors { code } } }',
    { input },
  );
  if (!openCandidacy.candidacy?.openedAt) throw new Error('A dossier was not opened');
}
