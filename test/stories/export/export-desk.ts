import { loginUrl } from '@guichet/database/session/migrate';
import { createOrm } from '@guichet/database/session/orm';
import type { Binding } from '@guichet/database/session/work';
import { writeNextExport } from '@guichet/worker/export/write-export';
import type { Actor, Selected } from '../../world/actor.ts';
import { freshKey } from '../../world/dossier.ts';
import { secret } from '../../world/server.ts';
import { aWorld, type World } from '../../world/world.ts';

export const school = 'imt-mines-albi';
export const other = 'imt-mines-ales';

/** A world with a worker that writes exports when told to. */
export interface ExportDesk {
  readonly world: World;
  /** As the worker: `app_work`. */
  readonly worker: Binding;
  readonly campaignId: string;
  /** Causes the worker told an operator. */
  readonly told: readonly string[];
  /** Writes whatever waits; how many exports that were. */
  write(): Promise<number>;
  close(): Promise<void>;
}

export async function anExportDesk(): Promise<ExportDesk> {
  const world = await aWorld();
  const orm = await createOrm({ url: loginUrl(world.ownerUrl, 'app_work', secret), connections: 4 });
  const worker = { ...world.gateway.binding, orm };
  const { campaign } = await world.nobody.read('{ campaign(slug: "astg3-2027") { id } }');
  const told: string[] = [];
  const tell = (fields: object) => void told.push((fields as { readonly cause: string }).cause);
  const log = { error: tell, warn: tell };
  return {
    world,
    worker,
    campaignId: campaign.id,
    told,
    write: async () => {
      let written = 0;
      while ((await writeNextExport(worker, log)) > 0) written += 1;
      return written;
    },
    close: async () => {
      await orm.close();
      await world.close();
    },
  };
}

const jobFields = `id state failure format columns withContent progress counted rows createdAt finishedAt requestedBy { displayName }
  file { url name bytes expiresAt }`;

/** Asks for an export; the job, or every objection. */
export async function requested(
  person: Actor,
  input: object,
  options: { headers?: Record<string, string> } = {},
): Promise<Selected> {
  const document = `mutation ($input: RequestExportInput!) { requestExport(input: $input) {
    exportJob { ${jobFields} } userErrors { code message path } } }`;
  const answer = await person.ask(document, { input: { idempotencyKey: freshKey(), ...input } }, options);
  if (answer.errors.length > 0) return { errors: answer.errors };
  return answer.data.requestExport;
}

export async function cancelled(person: Actor, exportId: string): Promise<Selected> {
  const document = `mutation ($input: CancelExportInput!) { cancelExport(input: $input) {
    exportJob { ${jobFields} } userErrors { code message path } } }`;
  const answer = await person.ask(document, { input: { idempotencyKey: freshKey(), exportId } });
  if (answer.errors.length > 0) return { errors: answer.errors };
  return answer.data.cancelExport;
}

/** Exports of the acting school as this person reads them, newest first. */
export async function exportsOf(person: Actor): Promise<readonly Selected[]> {
  const { desk } = await person.read(`{ desk { exports(first: 50) { edges { node { ${jobFields} } } } } }`);
  return desk.exports.edges.map(({ node }: Selected) => node);
}

/** One export as this person reads it now. */
export async function exportNow(person: Actor, id: string): Promise<Selected> {
  return (await exportsOf(person)).find((job) => job.id === id);
}

/** What a link gives somebody. */
export async function fetched(
  { gateway }: World,
  { cookie, authorization }: { readonly cookie: string | null; readonly authorization?: string },
  url: string,
) {
  const answer = await gateway.app.inject({
    method: 'GET',
    url: new URL(url).pathname,
    headers: { ...(cookie ? { cookie } : {}), ...(authorization ? { authorization } : {}) },
  });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload, text: answer.body };
}

/** Asked for, written, fetched: the bytes of one export. */
export async function exported(
  desk: ExportDesk,
  person: Actor,
  input: object,
): Promise<{ readonly job: Selected; readonly bytes: Buffer }> {
  const { exportJob, ...refusal } = await requested(person, { campaignId: desk.campaignId, ...input });
  if (!exportJob) throw new Error(JSON.stringify(refusal));
  await desk.write();
  const job = await exportNow(person, exportJob.id);
  if (!job.file) throw new Error(JSON.stringify([job, desk.told]));
  const { status, bytes, text } = await fetched(desk.world, person, job.file.url);
  if (status !== 200) throw new Error(`${status} ${text}`);
  return { job, bytes };
}
