import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** Between clients and gateways: leads each connection to one gateway in turn, and loses answers on the way back when told to. */
export interface FrontDoor {
  readonly port: number;
  /** From now on every other answer to a submission that was done is lost, this many; resolves once they are. */
  lose(count: number): Promise<void>;
  /** The bodies of answers lost. */
  lost(): readonly string[];
  stop(): Promise<void>;
}

export async function startFrontDoor(gateways: () => readonly number[]): Promise<FrontDoor> {
  const losing: Losing = { left: 0, isTurn: false, lost: [], done: () => {} };
  const open = new Set<Socket>();
  let turn = 0;
  const server = createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    const ports = gateways();
    turn += 1;
    const port = ports[turn % Math.max(ports.length, 1)];
    if (port === undefined) {
      client.destroy();
      return;
    }
    const upstream = connect({ port, host: '127.0.0.1', noDelay: true, allowHalfOpen: true });
    for (const socket of [client, upstream]) open.add(socket.on('close', () => open.delete(socket)));
    carry(client, upstream, losing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    lose: (count) => {
      const { promise, resolve } = Promise.withResolvers<void>();
      losing.left = count;
      losing.done = resolve;
      return promise;
    },
    lost: () => losing.lost,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Losing {
  left: number;
  isTurn: boolean;
  readonly lost: string[];
  done: () => void;
}

/** Every second acknowledgement is lost, as long as any are to be. */
function isKept(losing: Losing, text: string): boolean {
  if (losing.left === 0 || !text.includes('"state":"SUBMITTED"')) return true;
  losing.isTurn = !losing.isTurn;
  return !losing.isTurn;
}

/** One request a connection: its answer is looked at whole before it goes on. */
function carry(client: Socket, upstream: Socket, losing: Losing): void {
  const parts: Buffer[] = [];
  const cut = () => {
    client.destroy();
    upstream.destroy();
  };
  for (const socket of [client, upstream]) socket.on('error', cut);
  client.on('close', cut).pipe(upstream);
  upstream.on('data', (part: Buffer) => parts.push(part));
  upstream.on('end', () => {
    const answer = Buffer.concat(parts);
    const text = answer.toString('utf8');
    if (isKept(losing, text)) client.end(answer);
    else {
      losing.left -= 1;
      losing.lost.push(bodyOf(text));
      cut();
      if (losing.left === 0) losing.done();
    }
  });
}

/** The body of an answer of HTTP. */
const bodyOf = (answer: string): string => answer.slice(answer.indexOf('\r\n\r\n') + 4);
