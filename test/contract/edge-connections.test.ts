import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { describe, expect, jest, test } from '@jest/globals';
import { ask, codeOf, told } from './probe-requests.ts';

jest.setTimeout(60_000);

const after = (milliseconds: number) => new Promise<void>((resolve) => void setTimeout(resolve, milliseconds));
const change = 'mutation($name: String!) { changeProbe(input: { name: $name }) { id } }';
const changing = (name: string) => JSON.stringify({ query: change, variables: { name } });
const untilTrue = async (holds: () => boolean) => {
  for (let tries = 0; tries < 500 && !holds(); tries += 1) await after(10);
};

const opened = async (probe: ProbeServer): Promise<Socket> => {
  const socket = connect(Number(new URL(probe.url).port), '127.0.0.1').on('error', () => undefined);
  socket.resume();
  await once(socket, 'connect');
  return socket;
};

const closed = (socket: Socket) => new Promise<void>((resolve) => void socket.once('close', () => resolve()));

/** Milliseconds until the server closes a socket on which `next` is sent now and then. */
const lifeOf = async (probe: ProbeServer, next: () => string): Promise<number> => {
  const socket = await opened(probe);
  const start = performance.now();
  const timer = setInterval(() => socket.writable && socket.write(next()), 50);
  await closed(socket);
  clearInterval(timer);
  return performance.now() - start;
};

describe('slow and broken connections', () => {
  test('A-08 headers and bodies sent byte by byte and idle sockets are closed in time, and others are served meanwhile', async () => {
    const usual = await startProbe();
    expect(
      [usual.app.server.headersTimeout, usual.app.server.requestTimeout].every((limit) => limit > 0 && limit <= 15_000),
    ).toBe(true);
    await usual.drain();
    const probe = await startProbe({ patience: 1000 });
    const head = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 500\r\n\r\n';
    const letters = (text: string) => {
      let at = 0;
      return () => text[at++ % text.length] ?? '';
    };
    let isHeadSent = false;
    const bodyBytes = () => (isHeadSent ? 'x' : ((isHeadSent = true), head));
    const idle = Promise.all(Array.from({ length: 200 }, () => lifeOf(probe, () => '')));
    const slow = Promise.all([
      lifeOf(probe, letters('POST /graphql HTTP/1.1\r\nhost: x\r\nx-y: '.concat('z'.repeat(500)))),
      lifeOf(probe, bodyBytes),
    ]);
    for (let count = 0; count < 10; count += 1) expect((await ask(probe, '{hello}')).status).toBe(200);
    for (const life of [...(await slow), ...(await idle)]) expect(life).toBeLessThan(15_000);
    await probe.drain();
  });

  test('A-07 a Content-Length that lies executes nothing', async () => {
    const probe = await startProbe({ patience: 500 });
    const body = changing('lied about');
    for (const length of [body.length + 10, body.length - 10]) {
      const socket = await opened(probe);
      const head = `POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
      socket.write(head + body);
      await closed(socket);
    }
    expect(probe.journal).toEqual([]);
    await probe.drain();
  });

  test('A-27 of 200 requests given up at random, each mutation happens whole or not at all, and none stays open', async () => {
    const probe = await startProbe();
    const giveUp = async (at: number) => {
      await after((at % 50) * 20);
      const signal = AbortSignal.timeout(1 + ((at * 37) % 200));
      const headers = { 'content-type': 'application/json', 'x-budget': `n${at}` };
      await fetch(`${probe.url}/graphql`, { method: 'POST', headers, body: changing(`n${at}`), signal }).catch(() => undefined);
    };
    await Promise.all(Array.from({ length: 200 }, (_, at) => giveUp(at)));
    const lines = (start: string) => probe.journal.filter((line) => line.startsWith(start)).length;
    await untilTrue(() => lines('begin') === lines('finish'));
    expect(lines('begin')).toBeGreaterThan(0);
    expect(lines('finish')).toBe(lines('begin'));
    expect(lines('kept')).toBe(lines('finish true'));
    expect(new Set(probe.journal.filter((line) => line.startsWith('kept'))).size).toBe(lines('kept'));
    expect((await ask(probe, '{account}')).status).toBe(401);
    await probe.drain();
  });
});

describe('the end of a process', () => {
  test('a draining gateway is not ready, takes nothing new, and finishes what is in flight', async () => {
    const probe = await startProbe();
    const socket = await opened(probe);
    const ready = () => fetch(`${probe.url}/health/ready`).then(async (answer) => answer.status);
    expect([await ready(), (await fetch(`${probe.url}/health/live`)).status]).toEqual([200, 200]);
    const inFlight = Array.from({ length: 20 }, (_, at) => ask(probe, change, { variables: { name: `last ${at}` } }));
    await untilTrue(() => probe.journal.filter((line) => line === 'begin mutation').length === 20);
    const start = performance.now();
    const drained = probe.drain();
    expect((await Promise.all(inFlight)).map(({ status }) => status)).toEqual(inFlight.map(() => 200));
    await drained;
    expect(performance.now() - start).toBeLessThan(10_000);
    await expect(ready()).rejects.toThrow();
    expect(probe.journal.filter((line) => line.startsWith('kept'))).toHaveLength(20);
    socket.destroy();
  });

  test('a gateway whose database does not answer is live and not ready', async () => {
    const probe = await startProbe({ isReady: async () => Promise.reject(new Error('no database')) });
    const ready = await fetch(`${probe.url}/health/ready`);
    expect([ready.status, (await fetch(`${probe.url}/health/live`)).status]).toEqual([503, 200]);
    await probe.drain();
  });

  test('A-23 a thousand rejections that nobody waits for leave the process alive and are logged; SIGTERM ends it well', async () => {
    const root = fileURLToPath(new URL('../..', import.meta.url));
    const main = 'services/gateway/src/http/probe/probe-main.ts';
    const child = spawn(process.execPath, ['--conditions=@guichet/source', '--import', './dev-register.mjs', main], {
      cwd: root,
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    while (!output.includes('\n')) await after(20);
    const url = output.split('\n', 1)[0] ?? '';
    const detach = async (at: number) => {
      const headers = { 'content-type': 'application/json', 'x-budget': String(at % 10) };
      const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: '{"query":"{failing(how: DETACHED)}"}' });
      return (await told(answer)).status;
    };
    const statuses = new Set<number>();
    for (let batch = 0; batch < 20; batch += 1) {
      for (const status of await Promise.all(Array.from({ length: 50 }, (_, at) => detach(at)))) statuses.add(status);
    }
    expect([...statuses]).toEqual([200]);
    await after(100);
    expect(output.split('\n').filter((line) => line.includes('detached-rejection'))).toHaveLength(1000);
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });
});

test('an error before GraphQL has a code too', async () => {
  const probe = await startProbe({ contextOf: async () => Promise.reject(new Error('the session cannot be read')) });
  const answer = await ask(probe, '{hello}');
  expect([answer.status, codeOf(answer)]).toEqual([500, 'INTERNAL_SERVER_ERROR']);
  expect(answer.text).not.toContain('session');
  await probe.drain();
});
