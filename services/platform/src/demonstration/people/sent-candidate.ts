import { openCandidacy } from '@guichet/admissions/candidacy/open-candidacy';
import { schoolHat, systemPrincipal } from '@guichet/database/session/hat';
import { loginUrl } from '@guichet/database/session/migrate';
import { inWork, type Work } from '@guichet/database/session/work';
import { searchKey } from '@guichet/domain/candidate/person-name';
import { hashPassword } from '@guichet/gateway/account/password/password-hash';
import { sql } from 'kysely';
import type { SyntheticDossier } from '../../synthetic/synthetic-dossier.ts';
import { type DemoAccount, type DemoPlace, writeAccounts } from '../demo-accounts.ts';

/** A candidate of the demonstration whose dossier is with several schools already. */
export interface SentCandidate {
  readonly accountId: string;
  readonly dossier: SyntheticDossier;
}

/** The first synthetic candidate who stands with every school they could choose. */
export function sentCandidate(dossiers: Iterable<SyntheticDossier>, schools: number): SentCandidate {
  for (const dossier of dossiers)
    if (dossier.choices.length === schools && dossier.withdrawals.length === 0)
      return { accountId: crypto.randomUUID(), dossier };
  throw new Error('No synthetic candidate chose every school');
}

/** Lets them sign in, after an officer of one school has looked: so that “who read my file” has a line to show. */
export async function admitSentCandidate(
  place: DemoPlace,
  { accountId, dossier }: SentCandidate,
  { schoolId, like }: { readonly schoolId: string; readonly like: DemoAccount },
): Promise<DemoAccount> {
  const { email, identity } = dossier;
  const hash = await hashPassword(like.password);
  await writeAccounts(loginUrl(place.ownerUrl, 'auth_svc', place.secret), [{ accountId, email, hash }]);
  await lookAt(place, schoolId, searchKey(`${identity.lastName} ${identity.firstNames}`));
  return { ...like, email, note: 'has sent a dossier to every school, and one school has opened it' };
}

async function lookAt({ binding }: DemoPlace, schoolId: string, key: string): Promise<void> {
  const hatOf = (accountId: string) => schoolHat(accountId, schoolId, ['OFFICER']);
  const found = await inWork(binding, hatOf(systemPrincipal), (work) => officerAndCandidacy(work, key));
  if (!found) throw new Error('Nobody of the demonstration can open the dossier that was sent');
  const input = { candidacyId: found.candidacyId, idempotencyKey: crypto.randomUUID() };
  await inWork(binding, hatOf(found.accountId), (work) => openCandidacy(work, input));
}

async function officerAndCandidacy({ db, hat }: Work, key: string) {
  const { rows } = await sql<{ accountId: string; candidacyId: string }>`
    select m.account_id as "accountId", i.candidacy_id as "candidacyId" from app.membership m
    join app.dossier_identity i on i.school_id = m.school_id and i.search_key = ${key}
    where m.school_id = ${hat.school} and 'OFFICER' = any(m.functions) limit 1`.execute(db);
  return rows[0];
}
