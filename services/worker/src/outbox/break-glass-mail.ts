import { candidateHat, personHat, schoolHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { dateInFull } from '@guichet/domain/text/date-in-full';
import { sql } from 'kysely';
import { NotWritable } from './not-writable.ts';
import type { MailText } from './written-mail.ts';

/** Whom a mail about a break-glass goes to. */
interface Recipient {
  readonly accountId: string;
  readonly candidateId: string | null;
  readonly locale: 'fr' | 'en';
}

/** Which break-glass it is about. */
export interface ToldBreakGlass {
  readonly kind: string;
  readonly payload: { readonly schoolId?: string; readonly breakGlassId?: string };
}

interface Facts {
  readonly school: string;
  readonly at: string;
  /** Null to the candidate, who learns neither who nor why. */
  readonly by: string | null;
}

/** What the candidate and the school's administrators are told, read with their own rights; null for a mail about anything else. */
export async function breakGlassText(
  binding: Binding,
  { kind, payload }: ToldBreakGlass,
  { recipient, url }: { readonly recipient: Recipient; readonly url: string },
): Promise<MailText | null> {
  if (kind !== 'BREAK_GLASS_CANDIDATE' && kind !== 'BREAK_GLASS_SCHOOL') return null;
  const { schoolId = '', breakGlassId = '' } = payload;
  const facts = await (kind === 'BREAK_GLASS_SCHOOL' ? schoolFacts : candidateFacts)(binding, recipient, {
    schoolId,
    breakGlassId,
  });
  if (!facts) throw new NotWritable('NO_SUCH_BREAK_GLASS');
  const { school, by } = facts;
  const at = dateInFull(Temporal.Instant.from(facts.at), recipient.locale, 'Europe/Paris');
  return by === null ? toCandidate(recipient.locale, { school, at, url }) : toSchool(recipient.locale, { school, at, by, url });
}

interface Ids {
  readonly schoolId: string;
  readonly breakGlassId: string;
}

async function candidateFacts(binding: Binding, { accountId, candidateId }: Recipient, ids: Ids): Promise<Facts | undefined> {
  if (candidateId === null) return undefined;
  return inWork(binding, candidateHat(accountId, candidateId), async ({ db }) => {
    const { rows } = await sql<Facts>`select s.name as school, b.at::text as at, null as by from app.break_glass b
      join app.school s on s.id = b.school_id where b.school_id = ${ids.schoolId} and b.id = ${ids.breakGlassId}`.execute(db);
    return rows[0];
  });
}

/** Only to whoever still runs that school. */
async function schoolFacts(binding: Binding, { accountId }: Recipient, ids: Ids): Promise<Facts | undefined> {
  const stands = await inWork(binding, personHat(accountId), ({ db }) =>
    sql`select from app.membership where account_id = ${accountId} and school_id = ${ids.schoolId} and ended_at is null
      and 'ADMIN' = any(functions)`.execute(db),
  );
  if (stands.rows.length === 0) return undefined;
  return inWork(binding, schoolHat(accountId, ids.schoolId, ['ADMIN']), async ({ db }) => {
    const { rows } = await sql<Facts>`select s.name as school, b.at::text as at, b.display_name as by from app.break_glass b
      join app.school s on s.id = b.school_id where b.school_id = ${ids.schoolId} and b.id = ${ids.breakGlassId}`.execute(db);
    return rows[0];
  });
}

interface Words {
  readonly school: string;
  readonly at: string;
  readonly url: string;
}

const toCandidate = (locale: 'fr' | 'en', { school, at, url }: Words): MailText =>
  locale === 'fr'
    ? {
        subject: 'Votre dossier a été consulté par le consortium',
        paragraphs: [
          `Un administrateur du consortium a ouvert votre dossier, tel que l’a reçu ${school}, le ${at}.`,
          'Il en a donné le motif à l’école. Sa lecture dure trente minutes au plus et reste tracée.',
          'Les avis confidentiels qui vous concernent et vos autres écoles lui restent fermés.',
        ],
        link: { act: 'Voir qui a lu mon dossier', href: url },
      }
    : {
        subject: 'Your application was read by the consortium',
        paragraphs: [
          `An administrator of the consortium opened your application, as ${school} received it, on ${at}.`,
          'They gave the school their reason. The reading lasts thirty minutes at most and is traced.',
          'Confidential opinions about you, and your other schools, stay closed to them.',
        ],
        link: { act: 'See who read my application', href: url },
      };

const toSchool = (locale: 'fr' | 'en', { school, at, by, url }: Words & { readonly by: string }): MailText =>
  locale === 'fr'
    ? {
        subject: 'Un dossier de votre école est lu par le consortium',
        paragraphs: [
          `${by}, du consortium, a ouvert un dossier reçu par ${school}, le ${at}, pour trente minutes au plus.`,
          'Le dossier et le motif se lisent sur votre guichet.',
        ],
        link: { act: 'Ouvrir le guichet', href: url },
      }
    : {
        subject: 'The consortium is reading one of your school’s dossiers',
        paragraphs: [
          `${by}, of the consortium, opened a dossier that ${school} received, on ${at}, for thirty minutes at most.`,
          'Which dossier and what for can be read at your desk.',
        ],
        link: { act: 'Open the desk', href: url },
      };
