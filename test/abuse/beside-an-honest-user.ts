import { Agent } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { bareSchema } from '@guichet/gateway/schema';
import { completeDossier } from '../world/dossier.ts';
import { aWorld, type World } from '../world/world.ts';
import { attacksOn, circleOf } from './attacks.ts';
import { type GatewayProcess, startGatewayProcess } from './gateway-process.ts';
import { medianOf } from './processor-time.ts';
import { type Posted, post } from './timed-post.ts';

/** How much is sent, and for how long. */
export interface Pace {
  readonly rounds: number;
  /** Seconds of each half of a round: one alone, one under attack. */
  readonly seconds: number;
  readonly honestPerSecond: number;
  readonly attacksPerSecond: number;
}

/** One round: 99th percentiles of the honest user's waiting, and the processor time that each attack cost beyond it. */
interface Round {
  readonly alone: number;
  readonly attacked: number;
  readonly perAttack: number;
}

/** What the honest user waited for, alone and under attack, in milliseconds; and what became of the gateway. */
export interface Seen {
  readonly rounds: readonly Round[];
  /** Medians of the rounds' 99th percentiles. */
  readonly alone: number;
  readonly attacked: number;
  /** Median of the rounds' processor time of one attack. */
  readonly perAttack: number;
  /** How often the honest user was answered otherwise than with 200. */
  readonly honestRefused: number;
  readonly attacks: Readonly<Record<string, number>>;
  readonly drift: number;
  readonly isAlive: boolean;
}

const url = 'https://guichet.example';

/** An honest candidate reads their dossier, alone and while attack documents arrive, in rounds that take turns. */
export async function besideAnHonestUser(pace: Pace): Promise<Seen> {
  const world = await aWorld({ isProduction: true, url });
  try {
    const senders = await sendersOf(world);
    const gateway = await startGatewayProcess(world.ownerUrl, url);
    try {
      return await inRounds(gateway, senders, pace);
    } finally {
      await gateway.stop();
    }
  } finally {
    await world.close();
  }
}

interface Senders {
  readonly honest: Sender;
  readonly attacker: Sender;
}

/** Sends the next of its bodies. */
type Sender = (port: number) => Promise<Posted>;

const readsDossier = `query ($campaign: ID!) { me { identity { lastName firstNames } application(campaignId: $campaign) {
  reference state version choices { school { name } state } missing { code } } } }`;

/** The attacker is half nobody, half a candidate with an account of their own. */
async function sendersOf(world: World): Promise<Senders> {
  const [honest, other] = [await world.candidate('Honest'), await world.candidate('Attacker')];
  const { campaignId } = await completeDossier(honest, { schools: ['imt-mines-albi'] });
  const list = (size: string) => `institutions(search:"x",${size}){edges{node{id}}}`;
  const attacks = attacksOn({ circle: circleOf(await bareSchema()), list });
  const body = JSON.stringify({ query: readsDossier, variables: { campaign: campaignId } });
  const signedIn = (cookie: string | null) => ({ origin: url, cookie: cookie ?? '' });
  const [one, many] = [new Agent({ keepAlive: true }), new Agent({ keepAlive: true })];
  let sent = 0;
  return {
    honest: (port) => post({ port, agent: one, headers: signedIn(honest.cookie), body }),
    attacker: (port) => {
      sent += 1;
      const headers = { accept: 'application/graphql-response+json', ...(sent % 2 ? {} : signedIn(other.cookie)) };
      return post({ port, agent: many, headers, body: attacks[sent % attacks.length]?.body ?? '' });
    },
  };
}

async function inRounds(gateway: GatewayProcess, { honest, attacker }: Senders, pace: Pace): Promise<Seen> {
  const { port } = gateway;
  const [honestly, hostile]: [Posted[], Posted[]] = [[], []];
  const halves: Halves = {
    alone: async () => kept(honestly, await paced(pace.honestPerSecond, pace.seconds, () => honest(port))),
    attacked: async () => {
      const attack = paced(pace.attacksPerSecond, pace.seconds, () => attacker(port));
      const waited = kept(honestly, await paced(pace.honestPerSecond, pace.seconds, () => honest(port)));
      kept(hostile, await attack);
      return waited;
    },
  };
  await warmUp(
    () => honest(port),
    () => attacker(port),
  );
  const before = await gateway.needs();
  const rounds: Round[] = [];
  for (let round = 0; round < pace.rounds; round += 1) {
    rounds.push(
      await oneRound(gateway, halves, { isAttackedFirst: round % 2 === 1, attacks: pace.attacksPerSecond * pace.seconds }),
    );
  }
  const after = await gateway.needs();
  return {
    rounds,
    alone: medianOf(rounds.map(({ alone }) => alone)),
    attacked: medianOf(rounds.map(({ attacked }) => attacked)),
    perAttack: medianOf(rounds.map(({ perAttack }) => perAttack)),
    honestRefused: honestly.filter(({ status }) => status !== 200).length,
    attacks: Object.fromEntries([...Map.groupBy(hostile, ({ status }) => status)].map(([status, all]) => [status, all.length])),
    drift: after.megabytes - before.megabytes,
    isAlive: gateway.isAlive(),
  };
}

/** The two halves of a round; each tells the 99th percentile of what the honest user waited. */
interface Halves {
  readonly alone: () => Promise<number>;
  readonly attacked: () => Promise<number>;
}

/** Whichever half comes first gains or loses by it, so each does in turn. */
async function oneRound(
  gateway: GatewayProcess,
  { alone, attacked }: Halves,
  { isAttackedFirst, attacks }: { isAttackedFirst: boolean; attacks: number },
): Promise<Round> {
  const measured = async (half: () => Promise<number>) => {
    const before = await gateway.needs();
    const waited = await half();
    return { waited, spent: (await gateway.needs()).milliseconds - before.milliseconds };
  };
  const first = await measured(isAttackedFirst ? attacked : alone);
  const second = await measured(isAttackedFirst ? alone : attacked);
  const [quiet, loud] = isAttackedFirst ? [second, first] : [first, second];
  return { alone: quiet.waited, attacked: loud.waited, perAttack: (loud.spent - quiet.spent) / attacks };
}

async function warmUp(honest: () => Promise<Posted>, attacker: () => Promise<Posted>): Promise<void> {
  for (let sent = 0; sent < 60; sent += 1) await Promise.all([honest(), attacker()]);
}

/** Remembers what was posted, and tells its 99th percentile. */
function kept(all: Posted[], posted: readonly Posted[]): number {
  all.push(...posted);
  const sorted = posted.map(({ milliseconds }) => milliseconds).toSorted((left, right) => left - right);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}

/** Sends at a steady pace, whether the earlier ones are answered or not. */
async function paced(perSecond: number, seconds: number, send: () => Promise<Posted>): Promise<readonly Posted[]> {
  const began = performance.now();
  const posted: Promise<Posted>[] = [];
  for (let sent = 0; sent < perSecond * seconds; sent += 1) {
    const due = began + (sent * 1000) / perSecond - performance.now();
    if (due > 0) await pause(due);
    posted.push(send());
  }
  return Promise.all(posted);
}
