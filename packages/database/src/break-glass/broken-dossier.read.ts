import type { Answers, Contact, Identity, Qualification, StudyYear } from '@guichet/domain/application/application';
import { type Kysely, sql } from 'kysely';
import type { SpecialismRow } from '../reference-data/specialism.read.ts';

/** One dossier as one school received it, read under a break-glass that stands: head, identity and content, nothing else. */
export interface BrokenDossierRow {
  /** The break-glass's. */
  readonly id: string;
  /** What it is read for, as the administrator said. */
  readonly purpose: string;
  readonly reference: string;
  readonly number: number;
  readonly submittedAt: Temporal.Instant;
  readonly institution: string | null;
  readonly country: string | null;
  readonly identity: Identity | null;
  readonly contact: Contact | null;
  readonly specialisms: readonly SpecialismRow[];
  readonly studies: readonly StudyYear[];
  readonly qualification: Qualification | null;
  readonly answers: Answers | null;
}

type Stored = Omit<BrokenDossierRow, 'submittedAt'> & { readonly submittedAt: string };

const specialisms = sql`(select coalesce(json_agg(json_build_object('id', s.id, 'code', s.code,
    'name', json_build_object('fr', s.name_fr, 'en', s.name_en), 'admittedMentions', s.admitted_mentions, 'version', s.version) order by d.position), '[]')
  from app.dossier_specialism d join app.specialism s on s.id = d.specialism_id
  where d.school_id = h.school_id and d.candidacy_id = h.candidacy_id and d.number = h.number)`;

/** The newest copies behind some of one's own break-glasses; one that has ended, or is past its end, answers no row. */
export async function readBrokenDossiers(
  db: Kysely<unknown>,
  ids: readonly string[],
  asOf: Temporal.Instant,
): Promise<BrokenDossierRow[]> {
  const { rows } = await sql<Stored>`
    select b.id, b.reason as purpose, h.reference, h.number, h.received_at::text as "submittedAt", h.institution, h.country,
      i.identity->'identity' as identity, i.identity->'contact' as contact, ${specialisms} as specialisms,
      t.content->'studies' as studies, t.content->'qualification' as qualification, t.content->'answers' as answers
    from app.break_glass b
    join lateral (select d.school_id, d.candidacy_id, d.number, d.reference, d.institution, d.country, d.received_at from app.dossier_head d where d.school_id = b.school_id and d.candidacy_id = b.candidacy_id
      order by d.number desc limit 1) h on true
    join app.dossier_identity i on i.school_id = h.school_id and i.candidacy_id = h.candidacy_id and i.number = h.number
    join app.dossier_content t on t.school_id = h.school_id and t.candidacy_id = h.candidacy_id and t.number = h.number
    where b.id = any(${ids}::uuid[]) and b.ended_at is null and b.ends_at > ${asOf.toString()}`.execute(db);
  return rows.map((row) => ({ ...row, submittedAt: Temporal.Instant.from(row.submittedAt) }));
}
