import type { Actor, Answer, Selected } from '../../world/actor.ts';
import { type CanaryWorld, type PersonName, type StaffName, sideOf, staffNames, systemNames } from '../canary-world.ts';
import { ask, type Principal } from '../matrix/asking/principal.ts';

const origin = 'http://127.0.0.1:4000';

/** A person of the fixture, or somebody further, as who asks over HTTP. */
export function principalOf(name: string, { email, cookie }: Pick<Actor, 'email' | 'cookie'>): Principal {
  const isKey = systemNames.includes(name as never);
  const isOfTeam = isKey || staffNames.includes(name as never);
  const headers: Record<string, string> = isKey
    ? { authorization: `Bearer ${email}` }
    : { origin, ...(cookie === null ? {} : { cookie }) };
  return { name, side: isOfTeam ? sideOf(name as StaffName) : null, headers };
}

export const principalsOf = ({ people }: CanaryWorld): ReadonlyMap<string, Principal> =>
  new Map(Object.entries(people).map(([name, person]) => [name, principalOf(name as PersonName, person)]));

/** Somebody of the fixture who acts at the gateway of one world. */
export function actorAt(port: number, name: string, who: Actor): Actor {
  const principal = principalOf(name, who);
  const asks: Actor['ask'] = async (query, variables = {}, { actingAs, headers = {} } = {}) => {
    const hat: Record<string, string> = actingAs === undefined ? {} : { 'acting-as': actingAs };
    const as = { ...principal, headers: { ...principal.headers, ...hat, ...headers } };
    const { status, body } = await ask(port, as, { query, variables });
    const { data = null, errors = [] } = JSON.parse(body) as { data?: Selected; errors?: Answer<Selected>['errors'] };
    return { status, headers: {}, body, data, errors };
  };
  return {
    ...who,
    ask: asks,
    read: async (document, variables, options) => {
      const { status, data, errors } = await asks(document, variables, options);
      if (errors.length > 0) throw new Error(`${name}: ${status} ${JSON.stringify(errors)}`);
      return data as never;
    },
  };
}
