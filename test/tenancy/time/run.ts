import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import { encodeId } from '@guichet/gateway/connection/node-id';
import { clockOf } from '../../mutants/broken-databases.ts';
import { keepReport } from '../../walls/keep-report.ts';
import { startTestServer } from '../../world/server.ts';
import type { World } from '../../world/world.ts';
import { ask, type Principal } from '../matrix/asking/principal.ts';
import { aMatrixWorld } from '../matrix/matrix-world.ts';
import { principalsOf } from '../matrix/principals.ts';
import { runGateway } from '../matrix/running-gateway.ts';
import { type Hot, hottest } from './hottest.ts';
import { type Pair, toldApart } from './told-apart.ts';

/** Whether a foreign id is told from a random one by how long the answer takes: `--pairs` a field, 1,000 when left out. */
const { values } = parseArgs({ options: { pairs: { type: 'string' } } });
const pairs = Number(values.pairs ?? 1000);
const most = 0.56;
const server = await startTestServer();
process.env['GUICHET_TEST_ADMINISTRATOR'] = server.administratorUrl;
process.env['GUICHET_TEST_OWNER'] = server.ownerUrl;
try {
  const fixture = await aMatrixWorld();
  const officer = principalsOf(fixture).find(({ name }) => name === 'OA') as Principal;
  const ids = new Map<string, string>();
  for (const hot of hottest) ids.set(hot.name, await foreignId(fixture.world, hot));
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  await fixture.world.close();
  const gateway = await runGateway({ from: database, to: `${database}_time` });
  const fields = [];
  for (const hot of hottest) {
    const measured = toldApart(await timed(gateway.port, officer, { hot, id: ids.get(hot.name) ?? '' }));
    fields.push({ field: hot.name, ...measured });
    process.stdout.write(`${(measured.scoredOn * 100).toFixed(1).padStart(5)} %  ${hot.name}\n`);
  }
  await gateway.close();
  const worst = Math.max(...fields.map(({ scoredOn }) => scoredOn));
  const figures = { pairs, most, worst, fields };
  keepReport('time', { date: await clockOf(server.administratorUrl), ...figures });
  process.exitCode = worst <= most ? 0 : 1;
} finally {
  await server.stop();
}

/** The id of a row of this kind that belongs to the other school. */
async function foreignId(world: World, { type }: Hot): Promise<string> {
  const table = { Dossier: 'candidacy', View: 'saved_view', AuditEntry: 'audit', ExportJob: 'export_job' }[type as string];
  const [row] = await world.sql<{ id: string }>(
    `select x.id from app.${table ?? type.toLowerCase()} x join app.school s on s.id = x.school_id where s.slug = 'imt-mines-ales' limit 1`,
  );
  if (!row) throw new Error(`The other school has no ${type}`);
  return encodeId(type, row.id);
}

interface Asked {
  readonly hot: Hot;
  readonly id: string;
}

/** Pairs of a foreign and a random id, the one or the other first by turns, after as many again to warm up. */
async function timed(port: number, officer: Principal, { hot, id }: Asked): Promise<readonly Pair[]> {
  const once = async (asked: string) => {
    const variables = hot.document.includes('$key') ? { id: asked, key: randomUUID() } : { id: asked };
    const began = performance.now();
    await ask(port, officer, { query: hot.document, variables });
    return performance.now() - began;
  };
  const found: Pair[] = [];
  const warming = Math.min(pairs, 200);
  for (let index = -warming; index < pairs; index += 1) {
    const random = encodeId(hot.type, randomUUID());
    const isForeignFirst = Math.random() < 0.5;
    const [one, other] = [await once(isForeignFirst ? id : random), await once(isForeignFirst ? random : id)];
    if (index >= 0) found.push(isForeignFirst ? { foreign: one, random: other } : { foreign: other, random: one });
  }
  return found;
}
