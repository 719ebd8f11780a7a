import { isDeepStrictEqual } from 'node:util';
import { rowsOf } from '../database/bench-server.ts';
import type { Peer } from '../peers.ts';
import type { Place } from '../stage.ts';
import { answeredOnce } from '../verified.ts';

const ofCandidate = [
  'snapshot',
  'candidacy',
  'filing',
  'dossier_head',
  'dossier_identity',
  'dossier_content',
  'dossier_specialism',
];
const others = ['choice', 'preference', 'free_institution'];

/** Rows a submission left in each table; every server must leave as many as the gateway. */
export async function writtenBy(
  peer: Peer,
  { database, calls }: Place,
  draft: number,
): Promise<Readonly<Record<string, number>>> {
  const submission = calls.submissions[draft];
  if (submission === undefined) throw new Error('There is no draft left');
  await answeredOnce(peer, 'S', { ...calls, submissions: [submission] });
  const own = `(select candidate_id from app.application where id = '${submission.application}')`;
  const account = `(select account_id from app.candidate where id = ${own})`;
  const counts = [...ofCandidate, ...others].map(
    (table) => `(select count(*)::int from app.${table} where candidate_id = ${own}) as ${table}`,
  );
  const received = `(select id from app.candidacy where candidate_id = ${own})`;
  const [row] = await rowsOf<Record<string, number>>(
    database.administratorUrl,
    `select ${counts.join(', ')}, (select count(*)::int from app.idempotency where principal_id = ${account}) as idempotency,
      (select count(*)::int from app.outbox where recipient_id = ${account}) as outbox,
      (select count(*)::int from app.audit_person where principal_id = ${account}) as audit_person,
      (select count(*)::int from app.audit where object_id in ${received}) as audit,
      (select state || ' ' || version from app.application where id = '${submission.application}') as application`,
  );
  return row ?? {};
}

/** Each peer submits one of the last drafts; throws where one leaves other rows than the first. */
export async function sameWrites(peers: readonly Peer[], place: Place): Promise<void> {
  let first: { readonly name: string; readonly rows: object } | null = null;
  for (const [index, peer] of peers.entries()) {
    const rows = await writtenBy(peer, place, place.calls.submissions.length - 2 - index);
    first ??= { name: peer.name, rows };
    if (!isDeepStrictEqual(rows, first.rows))
      throw new Error(
        `S: ${peer.name} and ${first.name} leave other rows: ${JSON.stringify(rows)} ${JSON.stringify(first.rows)}`,
      );
  }
}
