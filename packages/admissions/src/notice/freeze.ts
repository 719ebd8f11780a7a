import { createHash } from 'node:crypto';
import type { Work } from '@guichet/database/session/work';
import { canonicalJson } from '@guichet/domain/notice/canonical-json';
import { sql } from 'kysely';

interface Freezing {
  readonly campaignId: string;
  readonly schoolId: string;
  readonly rules: { readonly number: number };
  readonly reason: string;
}

/** Freezes a notice under its number and digest; what it says binds from then on and is never changed. */
export async function freeze({ db, hat, asOf }: Work, { campaignId, schoolId, rules, reason }: Freezing): Promise<string> {
  const id = crypto.randomUUID();
  const text = canonicalJson(rules);
  const digest = createHash('sha256').update(text).digest('hex');
  await sql`
    insert into app.notice_version (school_id, id, campaign_id, number, digest, rules, author_id, reason, frozen_at)
    values (${schoolId}, ${id}, ${campaignId}, ${rules.number}, ${digest}, ${text}::jsonb, ${hat.principal}, ${reason},
      ${asOf.toString()})`.execute(db);
  return id;
}
