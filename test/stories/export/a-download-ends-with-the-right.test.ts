import { once } from 'node:events';
import { Agent, get, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Actor, Selected } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { askToRevoke, madeKey, systemWith } from '../../world/key-desk.ts';
import { anExportDesk, type ExportDesk, exportNow, requested, school } from './export-desk.ts';

let desk: ExportDesk;
let admin: Actor;
let address: string;
// As a browser's, which waits for the rest of an answer while its connection stands.
const agent = new Agent({ keepAlive: true });
beforeAll(async () => {
  desk = await anExportDesk();
  address = await desk.world.gateway.app.listen({ port: 0, host: '127.0.0.1' });
  admin = await desk.world.member(school, ['ADMIN'], 'head');
  await submitted(await desk.world.candidate('Claire'), { schools: [school] });
}, 120_000);
afterAll(() => {
  agent.destroy();
  return desk.close();
});

const pieces = 128;
const pieceSize = 256 * 1024;

/** A ready export with content, grown to more than what may lie between the two ends of a connection. */
async function largeExport(person: Actor): Promise<Selected> {
  const asked = { campaignId: desk.campaignId, format: 'JSON_LINES', withContent: true };
  const { id } = (await requested(person, asked)).exportJob;
  await desk.write();
  const uuid = Buffer.from(id, 'base64url').toString().slice('ExportJob:'.length);
  await desk.world.sql('delete from app.export_chunk where job_id = $1', [uuid]);
  await desk.world.sql(
    `insert into app.export_chunk (school_id, job_id, attempt, number, bytes)
      select j.school_id, j.id, j.attempt, n, decode(repeat('20', $2), 'hex') from app.export_job j, generate_series(0, $3 - 1) n where j.id = $1`,
    [uuid, pieceSize, pieces],
  );
  await desk.world.sql('update app.export_job set bytes = $2 where id = $1', [uuid, pieces * pieceSize]);
  return exportNow(person, id);
}

interface Received {
  readonly status: number | undefined;
  readonly announced: number;
  readonly bytes: number;
  /** As the client itself tells a whole answer from one that was broken off. */
  readonly isWhole: boolean;
}

/** Fetched through a socket by a client that stops reading at the first bytes, and goes on once something has happened. */
async function fetchedSlowly(url: string, headers: Record<string, string>, meanwhile: () => Promise<unknown>): Promise<Received> {
  const request = get(`${address}${new URL(url).pathname}`, { headers, agent });
  const [answer] = (await once(request, 'response')) as [IncomingMessage];
  let bytes = 0;
  answer.on('data', (piece: Buffer) => void (bytes += piece.length));
  await once(answer, 'data');
  answer.pause();
  await meanwhile();
  const isOver = new Promise<void>((resolve) => void answer.on('error', () => undefined).once('close', resolve));
  answer.resume();
  await isOver;
  return { status: answer.statusCode, announced: Number(answer.headers['content-length']), bytes, isWhole: answer.complete };
}

const cookieOf = ({ cookie }: Actor) => ({ cookie: cookie ?? '' });
const broken = { status: 200, announced: pieces * pieceSize, isWhole: false };
const anOfficer = async (name: string) => {
  const person = await desk.world.member(school, ['OFFICER'], name);
  return { person, file: (await largeExport(person)).file };
};

test('a reader who pauses and keeps the right has the whole file', async () => {
  const { person, file } = await anOfficer('patient');
  const received = await fetchedSlowly(file.url, cookieOf(person), async () => undefined);
  expect(received).toEqual({ status: 200, announced: file.bytes, bytes: file.bytes, isWhole: true });
});

describe('a download under way is broken off', () => {
  test('when its holder is removed from the school', async () => {
    const { person, file } = await anOfficer('removed');
    const received = await fetchedSlowly(file.url, cookieOf(person), async () => {
      await desk.world.sql('update app.membership set ended_at = app.clock() where account_id = $1', [person.accountId]);
    });
    expect(received).toMatchObject(broken);
    expect(received.bytes).toBeLessThan(file.bytes);
  });

  test('when its holder signs out', async () => {
    const { person, file } = await anOfficer('signed out');
    const received = await fetchedSlowly(file.url, cookieOf(person), () =>
      desk.world.sql('delete from auth.session where user_id = $1', [person.accountId]),
    );
    expect(received).toMatchObject(broken);
  });

  test('when its holder may read no more what is in it', async () => {
    const { person, file } = await anOfficer('observer to be');
    const received = await fetchedSlowly(file.url, cookieOf(person), () =>
      desk.world.sql(`update app.membership set functions = '{OBSERVER}' where account_id = $1`, [person.accountId]),
    );
    expect(received).toMatchObject(broken);
  });

  test('when its key is revoked', async () => {
    const key = await madeKey(admin, ['EXPORTS_WRITE', 'EXPORTS_READ', 'CANDIDACIES_READ']);
    const { file } = await largeExport(systemWith(desk.world, key.secret));
    const received = await fetchedSlowly(file.url, { authorization: `Bearer ${key.secret}` }, () => askToRevoke(admin, key.id));
    expect(received).toMatchObject(broken);
  });

  test('when its bytes are gone', async () => {
    const { person, file } = await anOfficer('late');
    const received = await fetchedSlowly(file.url, cookieOf(person), () => desk.world.sql('delete from app.export_chunk'));
    expect(received).toMatchObject(broken);
  });
});
