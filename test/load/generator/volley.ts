import { connect, type Socket } from 'node:net';
import { type HttpAnswer, HttpAnswers } from './http-answers.ts';

/** A request as it travels, and how its answer must begin, or, where it is never the same, the words it must hold. */
export interface Shot {
  readonly request: Buffer;
  readonly expected: Buffer | null;
  readonly holds: string | null;
}

export interface VolleyOrder {
  readonly port: number;
  readonly connections: number;
  readonly seconds: number;
  /** Each is sent once and no more; otherwise they are sent round and round. */
  readonly isOnce: boolean;
}

/** What one server did in one volley; times in milliseconds. */
export interface Volley {
  readonly answered: number;
  readonly bad: number;
  readonly firstBad: string | null;
  readonly seconds: number;
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
}

/** Sends over keep-alive connections, one request at a time on each, and reads every answer whole. */
export async function volley(shots: readonly Shot[], { port, connections, seconds, isOnce }: VolleyOrder): Promise<Volley> {
  const waits: number[] = [];
  const bad: string[] = [];
  const began = performance.now();
  const end = began + seconds * 1000;
  let next = isOnce ? 0 : Math.floor(Math.random() * shots.length);
  const draw = (): Shot | undefined => {
    if (performance.now() >= end) return undefined;
    const at = next;
    next += 1;
    return isOnce ? shots[at] : shots[at % shots.length];
  };
  const keep = (shot: Shot, answer: HttpAnswer, waited: number) => {
    waits.push(waited);
    if (!isGood(shot, answer)) bad.push(`${answer.status} ${answer.body.toString('utf8', 0, 400)}`);
  };
  await Promise.all(Array.from({ length: connections }, () => sender(port, draw, keep)));
  const took = (performance.now() - began) / 1000;
  const sorted = Float64Array.from(waits).toSorted();
  const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  const found = { answered: waits.length, bad: bad.length, firstBad: bad[0] ?? null, seconds: took };
  return { ...found, perSecond: waits.length / took, p50: quantile(0.5), p99: quantile(0.99) };
}

/** An error of GraphQL comes under status 200: only the body tells. */
function isGood({ expected, holds }: Shot, { status, body }: HttpAnswer): boolean {
  if (status !== 200) return false;
  if (expected === null) return !body.includes('"errors"') && body.includes(holds ?? '');
  return body.subarray(0, expected.length).equals(expected) && !body.subarray(expected.length).includes('"errors"');
}

function sender(
  port: number,
  draw: () => Shot | undefined,
  keep: (shot: Shot, answer: HttpAnswer, waited: number) => void,
): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const answers = new HttpAnswers();
  let sent: { shot: Shot; at: number } | null = null;
  const send = () => {
    const shot = draw();
    if (shot === undefined) {
      socket.destroy();
      resolve();
      return;
    }
    sent = { shot, at: performance.now() };
    socket.write(shot.request);
  };
  socket.on('connect', send);
  socket.on('data', (bytes) => {
    const answer = answers.take(typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    if (answer === null || sent === null) return;
    keep(sent.shot, answer, performance.now() - sent.at);
    send();
  });
  socket.on('error', reject);
  socket.on('close', () => reject(new Error('The server closed a connection')));
  return promise;
}
