import { Agent } from 'node:http';
import type { Selected } from '../../world/actor.ts';
import { aspectsOf } from './aspects.ts';
import { post } from './door.ts';
import type { FiveSchools, School } from './five-schools.ts';
import type { Seen } from './seen.ts';

const whole = `id version receivedAt isUnopened state dossier { id reference digest number submittedAt identity { lastName } }
  history(first: 2) { edges { cursor node { id at } } }`;
const orders = { RECEIVED_AT_ASC: whole, LAST_NAME_ASC: 'dossier { reference }' };

/** Adds what the desk serves of each dossier: its place in each order, its cursor, its ids, and the size of its part of the page. */
export async function queueAsServed(five: FiveSchools, school: School, into: ReadonlyMap<string, Seen>): Promise<void> {
  for (const [order, fields] of Object.entries(orders)) {
    let place = 0;
    for await (const edge of edgesOf(five, school, { order, fields })) {
      const seen = into.get(edge.node.dossier.reference);
      if (seen) addEdge(seen, order, { edge, place });
      place += 1;
    }
    if (place !== into.size) throw new Error(`${school} was served ${place} dossiers of ${into.size}`);
  }
}

function addEdge(seen: Seen, order: string, { edge, place }: { edge: Selected; place: number }): void {
  const { cursor, node } = edge;
  const history: Selected[] = node.history?.edges ?? [];
  const values = {
    '#place': String(place),
    '#size': String(JSON.stringify(edge).length),
    '#trail': String(history.length),
    cursor: String(cursor),
    '#cursor id': String(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))[2]),
    '#node id': uuidOf(node.id),
    '#trail id': uuidOf(history[0]?.node.id),
  };
  for (const [name, value] of Object.entries(values)) {
    for (const [aspect, number] of aspectsOf(value)) seen.set(`served ${order}.${name} ${aspect}`, number);
  }
}

const uuidOf = (id: string | undefined) =>
  Buffer.from(id ?? '', 'base64url')
    .toString()
    .split(':')[1] ?? '';

interface List {
  readonly order: string;
  readonly fields: string;
}

async function* edgesOf({ world, port, staff }: FiveSchools, school: School, { order, fields }: List): AsyncGenerator<Selected> {
  const [campaign] = await world.sql<{ id: string }>(`select id from app.campaign where state = 'OPEN'`);
  const campaignId = Buffer.from(`Campaign:${campaign?.id}`).toString('base64url');
  const query = `query ($c: ID!, $after: String) { desk { candidacies(campaignId: $c, first: 100, after: $after, orderBy: ${order}) {
    pageInfo { hasNextPage endCursor } edges { cursor node { ${fields} } } } } }`;
  const agent = new Agent({ keepAlive: true });
  for (let after: string | null = null, more = true; more; ) {
    const body = await post(
      { port, agent, cookie: staff[school].cookie ?? '' },
      JSON.stringify({ query, variables: { c: campaignId, after } }),
    );
    const page: Selected = JSON.parse(body).data?.desk?.candidacies;
    if (!page) throw new Error(`The queue was refused: ${body}`);
    yield* page.edges;
    ({ hasNextPage: more, endCursor: after } = page.pageInfo);
  }
  agent.destroy();
}
