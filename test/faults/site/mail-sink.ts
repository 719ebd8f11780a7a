import { type AddressInfo, createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';

/** What the receiving server does with a mail it was sent. */
export type Manner =
  | 'TAKE'
  /** Refused for now: 451. */
  | 'REFUSE'
  /** Refused for good, as the server believes: 554. */
  | 'BAN'
  /** Taken, and the connection cut before the answer. */
  | 'HANG_UP'
  /** Taken, and answered late. */
  | 'SLOW'
  /** Taken, and answered twice. */
  | 'TWICE';

/** A receiver that drops what it has already: what it did, by the message's id. */
export interface MailSink {
  readonly smtpUrl: string;
  /** Ids of the messages that had an effect, by recipient. */
  effects(recipient: string): readonly string[];
  /** Mails received, repeated ones with them. */
  deliveries(): number;
  /** The manner of the next mails, in turn; then they are taken. */
  misbehave(manners: readonly Manner[]): void;
  /** How many of those manners are still to come. */
  due(): number;
  stop(): Promise<void>;
}

/** A small SMTP server on loopback, as bad as it is told to be. */
export async function startMailSink(): Promise<MailSink> {
  const effects = new Map<string, Set<string>>();
  const manners: Manner[] = [];
  const open = new Set<Socket>();
  let deliveries = 0;
  const take = ({ to, id }: Mail) => {
    deliveries += 1;
    effects.set(to, (effects.get(to) ?? new Set()).add(id));
  };
  const server = createServer((socket) => {
    open.add(socket.on('close', () => open.delete(socket)).on('error', () => {}));
    converse(socket, (mail) => {
      const manner = manners.shift() ?? 'TAKE';
      if (manner !== 'REFUSE' && manner !== 'BAN') take(mail);
      answer(socket, manner);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    effects: (recipient) => [...(effects.get(recipient) ?? [])],
    deliveries: () => deliveries,
    misbehave: (further) => void manners.push(...further),
    due: () => manners.length,
    stop: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface Mail {
  readonly to: string;
  readonly id: string;
}

const slowMs = 600;

function answer(socket: Socket, manner: Manner): void {
  const taken = '250 2.0.0 taken\r\n';
  if (manner === 'HANG_UP') socket.destroy();
  else if (manner === 'REFUSE') socket.write('451 4.3.0 later\r\n');
  else if (manner === 'BAN') socket.write('554 5.7.1 never\r\n');
  else if (manner === 'SLOW') setTimeout(() => socket.write(taken), slowMs);
  else socket.write(manner === 'TWICE' ? taken + taken : taken);
}

/** One connection's dialogue; each mail that came whole is handed on, to be answered. */
function converse(socket: Socket, whole: (mail: Mail) => void): void {
  let to = '';
  let text: string[] | null = null;
  const say = (line: string) => socket.write(`${line}\r\n`);
  say('220 sink');
  const lines = createInterface({ input: socket, crlfDelay: Infinity }).on('error', () => {});
  lines.on('line', (line) => {
    if (text !== null) {
      if (line !== '.') return void text.push(line);
      const id = /^message-id: <([^@>]+)/im.exec(text.join('\n'))?.[1] ?? '';
      text = null;
      return whole({ to, id });
    }
    const verb = line.slice(0, 4).toUpperCase();
    if (verb === 'RCPT') to = /<([^>]*)>/.exec(line)?.[1] ?? '';
    if (verb === 'DATA') text = [];
    if (verb === 'QUIT') return void socket.end('221 bye\r\n');
    say(verb === 'DATA' ? '354 go on' : '250 ok');
  });
}
