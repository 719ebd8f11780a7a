import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** One message as a server hands it over, word for word. */
export interface Handed {
  readonly from?: string;
  readonly to: string;
  readonly raw: string;
}

/** Speaks SMTP to a server on loopback and tells the code of its last answer: what any mail server of the world would do. */
export async function handOver(port: number, { from = '', to, raw }: Handed): Promise<number> {
  const socket = connect(port, '127.0.0.1');
  const lines = answers(socket);
  let code = await lines.next();
  const steps = ['EHLO mail.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${raw.replace(/^\./gm, '..')}\r\n.`];
  for (const step of steps) {
    if (code >= 400) break;
    socket.write(`${step}\r\n`);
    code = await lines.next();
  }
  socket.end('QUIT\r\n');
  socket.destroySoon();
  return code;
}

/** The code of each whole answer, in order. */
function answers(socket: Socket) {
  let text = '';
  socket.setEncoding('utf8');
  return {
    async next(): Promise<number> {
      for (;;) {
        const whole = /^(?:\d{3}-.*\r\n)*(\d{3})(?: .*)?\r\n/.exec(text);
        if (whole) {
          text = text.slice(whole[0].length);
          return Number(whole[1]);
        }
        const [chunk] = (await once(socket, 'data')) as [string];
        text += chunk;
      }
    },
  };
}

/** A server that offers reports (RFC 3461), takes everything and keeps the words it was addressed with. */
export async function reportingServer() {
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    let isData = false;
    socket.setEncoding('utf8');
    socket.write('220 mail.example\r\n');
    socket.on('error', () => {});
    socket.on('data', (chunk: string) => {
      if (isData) {
        if (!chunk.includes('\r\n.\r\n')) return;
        isData = false;
        socket.write('250 2.0.0 queued\r\n');
        return;
      }
      for (const line of chunk.split('\r\n').filter(Boolean)) {
        commands.push(line);
        if (line === 'DATA') isData = true;
        socket.write(
          line.startsWith('EHLO') ? '250-mail.example\r\n250 DSN\r\n' : line === 'DATA' ? '354 go\r\n' : '250 2.1.0 ok\r\n',
        );
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  const stop = () => {
    for (const socket of sockets) socket.destroy();
    server.close();
  };
  return { smtpUrl: `smtp://127.0.0.1:${port}`, commands, stop };
}
