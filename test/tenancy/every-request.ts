import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { type ExampleOperation, exampleOperations } from '@guichet/gateway/http/query-page/example-operations';
import type { Answer } from '../world/actor.ts';
import type { CanaryWorld, PersonName } from './canary-world.ts';

export const examples = exampleOperations(join(import.meta.dirname, '../../schema/operations'));

/** Ids that somebody may try: their own, a neighbour's, another school's, those of nobody, no id at all. */
export type Kind = 'own' | 'foreign' | 'crossed' | 'random' | 'malformed';

export interface Request {
  readonly name: PersonName;
  readonly example: ExampleOperation;
  readonly kind: Kind;
}

/** Sends one example as one person with ids of one kind. */
export async function send(fixture: CanaryWorld, known: PublicIds, { name, example, kind }: Request): Promise<Answer<unknown>> {
  const filled = example.variables.replaceAll(/"\{\{(\w+)\}\}"/g, (_, placeholder: string) =>
    JSON.stringify(valueOf(fixture, known, { name, kind, placeholder })),
  );
  return fixture.people[name].ask(example.query, JSON.parse(filled), { headers: { 'accept-language': 'en' } });
}

/** Ids everybody may know, by placeholder. */
export type PublicIds = Readonly<Record<string, unknown>>;

export async function publicIds({ world, people }: CanaryWorld): Promise<PublicIds> {
  const [campaign] = await world.sql<{ id: string; slug: string }>('select id, slug from app.campaign');
  const schools = await world.sql<{ id: string }>('select id from app.school order by slug');
  const specialisms = await world.sql<{ id: string }>('select id from app.specialism order by code limit 2');
  const id = (type: string, row: { id: string } | undefined) => encodeId(type, row?.id ?? '');
  const reader = async (account: string) =>
    id('Person', (await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [account]))[0]);
  return {
    readerOfA: await reader(people.RA1.accountId),
    readerOfB: await reader(people.RB1.accountId),
    campaign: id('Campaign', campaign),
    draftCampaign: encodeId('Campaign', randomUUID()),
    campaignSlug: campaign?.slug,
    schoolSlug: 'imt-mines-albi',
    lastName: 'kny',
    school: id('School', schools[2]),
    otherSchool: id('School', schools[1]),
    apiKey: encodeId('ApiKey', randomUUID()),
    invitation: encodeId('Invitation', randomUUID()),
    consortiumInvitation: encodeId('Invitation', randomUUID()),
    invitationToken: 'c'.repeat(43),
    member: encodeId('Membership', randomUUID()),
    administrator: encodeId('Administrator', randomUUID()),
    thirdSchool: id('School', schools[0]),
    specialism: id('Specialism', specialisms[0]),
    otherSpecialism: id('Specialism', specialisms[1]),
  };
}

interface Wanted {
  readonly name: PersonName;
  readonly kind: Kind;
  readonly placeholder: string;
}

function valueOf(fixture: CanaryWorld, known: PublicIds, { name, kind, placeholder }: Wanted): unknown {
  if (placeholder === 'key') return randomUUID();
  if (placeholder.endsWith('Digest')) return 'a'.repeat(64);
  if (placeholder.endsWith('Version')) return 1;
  if (placeholder === 'application') return idOf('Application', kind, applicationOf(fixture, name, kind));
  if (placeholder === 'candidacy') return idOf('Candidacy', kind, candidacyOf(fixture, name, kind));
  if (placeholder === 'reader') return known[isOfB(name) ? 'readerOfB' : 'readerOfA'];
  // What nobody planted here is asked for as what does not exist.
  return known[placeholder] ?? encodeId(placeholder.charAt(0).toUpperCase() + placeholder.slice(1), randomUUID());
}

function idOf(type: string, kind: Kind, found: string | null): string {
  if (kind === 'malformed') return 'no id at all';
  if (kind === 'random' || found === null) return encodeId(type, randomUUID());
  return found;
}

function applicationOf({ dossiers }: CanaryWorld, name: PersonName, kind: Kind): string | null {
  if (kind === 'own') return name in dossiers ? dossiers[name as 'C1'].applicationId : null;
  const others = (['C1', 'C2', 'C3'] as const).filter((each) => each !== name);
  return dossiers[others[kind === 'foreign' ? 0 : 1] ?? 'C1'].applicationId;
}

const own: Readonly<Partial<Record<PersonName, string>>> = {
  OA: 'C2 at A',
  AA: 'C2 at A',
  VA: 'C2 at A',
  OB: 'C3 at B',
  AB: 'C3 at B',
  RA1: 'C1 at A',
  RA2: 'C2 at A',
  RB1: 'C1 at B',
  KA: 'C2 at A',
  KW: 'C2 at A',
  KX: 'C2 at A',
  KB: 'C3 at B',
};

const isOfB = (name: PersonName) => name === 'OB' || name === 'AB' || name === 'RB1' || name === 'KB';

/** Foreign: of a candidate never received here. Crossed: of a common candidate, at the other school. */
function candidacyOf({ candidacies }: CanaryWorld, name: PersonName, kind: Kind): string | null {
  const wanted = {
    own: own[name],
    foreign: isOfB(name) ? 'C2 at A' : 'C3 at B',
    crossed: isOfB(name) ? 'C1 at A' : 'C1 at B',
  };
  const found = kind === 'own' || kind === 'foreign' || kind === 'crossed' ? candidacies[wanted[kind] ?? ''] : undefined;
  return found === undefined ? null : encodeId('Candidacy', found);
}
