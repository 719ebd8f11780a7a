import { createGateway, type Gateway } from '@guichet/gateway/gateway';
import { pino } from 'pino';
import { type Actor, actor } from '../../world/actor.ts';
import { secret } from '../../world/server.ts';
import type { World } from '../../world/world.ts';

const url = 'http://127.0.0.1:4000';

/** A second gateway over the same database, with a pool of its own size. */
export interface SmallGateway {
  readonly gateway: Gateway;
  readonly logged: readonly string[];
  /** Somebody of the world, at this gateway's door. */
  at(person: Actor): Actor;
}

export async function smallGateway(world: World, connections: number): Promise<SmallGateway> {
  const logged: string[] = [];
  const gateway = await createGateway({
    databaseUrl: world.ownerUrl,
    secret,
    url,
    isProduction: false,
    trustedProxies: [],
    log: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    connections,
  });
  return { gateway, logged, at: (person) => actor(gateway, { ...person, origin: url }) };
}
