import type { Actor } from './actor.ts';
import type { World } from './world.ts';

const tables = [
  'candidacy',
  'dossier_head',
  'dossier_identity',
  'dossier_content',
  'dossier_specialism',
  'audit',
  'totals_delta',
];

/**
 * Every row of some schools that a dossier touches, with what tells a write: place, inserting and deleting or locking transaction.
 * Two answers are equal only when not one byte changed.
 */
export async function rowsAt(world: World, ...slugs: readonly string[]): Promise<readonly string[]> {
  const read = tables.map(
    (
      table,
    ) => `select s.slug || ' ${table}' as name, t.ctid::text || t.xmin::text || ' ' || t.xmax::text || ' ' || to_jsonb(t)::text as line
      from app.${table} t join app.school s on s.id = t.school_id where s.slug = any($1)`,
  );
  const rows = await world.sql<{ name: string; line: string }>(`${read.join(' union all ')} order by 1, 2`, [slugs]);
  return rows.map(({ name, line }) => `${name} ${line}`);
}

/** The newest copy one school holds of a dossier, with its candidacy. */
export async function receivedAt(world: World, slug: string, reference: string) {
  const [row] = await world.sql<{
    state: string;
    number: number;
    received_at: string;
    digest: string;
    content: { answers: { motivation: string } };
    identity: { identity: { lastName: string } };
    candidacy_id: string;
  }>(
    `select c.state, h.number, c.received_at::text, h.digest, t.content, i.identity, c.id as candidacy_id from app.candidacy c
     join app.school s on s.id = c.school_id
     join app.dossier_head h on (h.school_id, h.candidacy_id, h.number) = (c.school_id, c.id, c.dossier_number)
     join app.dossier_content t on (t.school_id, t.candidacy_id, t.number) = (h.school_id, h.candidacy_id, h.number)
     join app.dossier_identity i on (i.school_id, i.candidacy_id, i.number) = (h.school_id, h.candidacy_id, h.number)
     where s.slug = $1 and h.reference = $2`,
    [slug, reference],
  );
  return row;
}

/** How many rows everything a submission writes holds. */
export async function counts(world: World, ofPerson: Actor): Promise<Readonly<Record<string, number>>> {
  const [row] = await world.sql<Record<string, number>>(
    `with c as (select id from app.candidate where account_id = $1) select
      (select count(*)::int from app.snapshot where candidate_id in (select id from c)) as snapshots,
      (select count(*)::int from app.candidacy where candidate_id in (select id from c)) as candidacies,
      (select count(*)::int from app.dossier_head where candidate_id in (select id from c)) as copies,
      (select count(*)::int from app.choice where candidate_id in (select id from c)) as choices,
      (select count(*)::int from app.outbox where recipient_id = $1 and kind = 'APPLICATION_RECEIPT') as receipts,
      (select count(*)::int from app.audit_person where principal_id = $1 and act = 'APPLICATION_SUBMITTED') as traces`,
    [ofPerson.accountId],
  );
  return row ?? {};
}
