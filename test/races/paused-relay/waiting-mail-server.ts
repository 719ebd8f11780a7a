import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mail server that can keep a sender waiting before it takes the words of a mail. */
export interface WaitingMailServer {
  readonly smtpUrl: string;
  /** Message ids of the mails it took, in the order it took them; `<id@domain>` without its domain. */
  readonly taken: readonly string[];
  /** Whoever next wants to hand over words waits, and nobody after; answers once somebody does. */
  hold(): Promise<void>;
  letGo(): void;
  stop(): Promise<void>;
}

/** The part of SMTP a sender needs, said line by line: the gate stands where the server says that it waits for the words. */
export async function startWaitingMailServer(): Promise<WaitingMailServer> {
  const taken: string[] = [];
  const sockets = new Set<Socket>();
  const gate: Gate = { next: null };
  let held: Held | null = null;
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    converse(socket, gate, (words) => void taken.push(/^Message-ID: <([^@>]+)/im.exec(words)?.[1] ?? ''));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    taken,
    hold: () => {
      held = { arrived: Promise.withResolvers<void>(), open: Promise.withResolvers<void>() };
      gate.next = held;
      return held.arrived.promise;
    },
    letGo: () => held?.open.resolve(),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Held {
  readonly arrived: PromiseWithResolvers<void>;
  readonly open: PromiseWithResolvers<void>;
}

interface Gate {
  next: Held | null;
}

function converse(socket: Socket, gate: Gate, take: (words: string) => void): void {
  let heard = '';
  let words: string | null = null;
  socket.write('220 waiting\r\n');
  socket.on('data', (chunk: Buffer) => {
    heard += chunk.toString('latin1');
    if (words === null && /^DATA\r\n$/im.test(heard)) {
      words = '';
      heard = '';
      void passed(gate).then(() => socket.write('354 go ahead\r\n'));
      return;
    }
    const end = words === null ? '\r\n' : '\r\n.\r\n';
    for (let at = heard.indexOf(end); at >= 0; at = heard.indexOf(end)) {
      if (words !== null) take(heard.slice(0, at));
      socket.write(words === null && /^EHLO/i.test(heard) ? '250-waiting\r\n250 SMTPUTF8\r\n' : '250 ok\r\n');
      words = null;
      heard = heard.slice(at + end.length);
    }
  });
}

async function passed(gate: Gate): Promise<void> {
  const held = gate.next;
  gate.next = null;
  held?.arrived.resolve();
  await held?.open.promise;
}
