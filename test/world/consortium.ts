import type { Actor, Selected } from './actor.ts';
import { freshKey } from './dossier.ts';

/** The hat of a consortium administrator, whatever others the person has. */
export const asConsortium = { actingAs: 'consortium' };

const objections = 'userErrors { code message path ... on StaleVersion { currentVersion } ... on DeadlinePassed { closedAt } }';
const setup = `campaign { id slug state calendar { kind at zone } } version members { school { slug } notice { version } isComplete
  checklist { item isDone } } preparing { school { slug } isComplete } objections { code message }
  deadlineMoves { from to zone reason at author { displayName } }`;

/** One act on a campaign as the consortium: the set-up it left, or null, and every objection. */
export async function campaignAct(person: Actor, mutation: string, input: object): Promise<Selected> {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const document = `mutation ($input: ${type}!) { ${mutation}(input: $input) { campaign { ${setup} } ${objections} } }`;
  const data = await person.read(document, { input: { idempotencyKey: freshKey(), ...input } }, asConsortium);
  return data[mutation];
}

/** A campaign's set-up as the consortium reads it now. */
export async function setupOf(person: Actor, campaignId: string): Promise<Selected> {
  const document = `query ($id: ID!) { consortium { campaign(id: $id) { ${setup} } } }`;
  return (await person.read(document, { id: campaignId }, asConsortium)).consortium.campaign;
}

/** Codes of objections with the school or place they name. */
export const codes = (payload: Selected): readonly string[] => payload.userErrors.map(({ code }: Selected) => code);

/** Settings of a further campaign. */
export const furtherSettings = {
  slug: 'astg3-2028',
  name: { fr: 'ASTG3 2028', en: 'ASTG3 2028' },
  procedure: 'ASTG3',
  entryYear: 2028,
  zone: 'Europe/Paris',
  opensAt: '2027-02-01T08:00:00Z',
  closesAt: '2028-04-06T21:59:00Z',
  maxChoices: 3,
  replyPolicy: 'RANKED_MATCH',
  oralsMode: 'COMMON',
  otherChoices: 'HIDDEN',
  feeCents: 0,
  requiredEcts: 240,
};
