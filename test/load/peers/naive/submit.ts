import { Application, FreeInstitution, Snapshot } from '@guichet/database/application/application.table';
import { Choice, Filing, Preference } from '@guichet/database/application/choice.table';
import { Audit, AuditPerson } from '@guichet/database/audit/audit.table';
import { Candidacy } from '@guichet/database/candidacy/candidacy.table';
import { DossierContent, DossierHead, DossierIdentity, DossierSpecialism } from '@guichet/database/candidacy/dossier.table';
import { Idempotency, Outbox } from '@guichet/database/outbox/outbox.table';
import { type Asked, type DraftRow, decided } from '../same/decided.ts';
import { draft } from '../same/draft.sql.ts';
import { sealAs } from '../same/scope.ts';
import type { Asking } from './asking.ts';

interface Copy {
  readonly schoolId: string;
  readonly candidacyId: string;
  readonly noticeVersionId: string;
  readonly digest: string;
  readonly specialismIds: readonly string[];
  readonly preferenceRank: number | null;
}

/** A submission by `em.transactional` and the unit of work: an entity a row, persisted and flushed. */
export async function submitWithUnitOfWork({ em: outer, who }: Asking, asked: Asked): Promise<object> {
  return outer.transactional(async (em) => {
    const [row] = (await em.execute(placed(draft), [who.candidate, asked.applicationId])) as DraftRow[];
    const { values, answer } = decided(row, who.account, asked);
    const { text, values: sealed } = sealAs(who);
    await em.execute(placed(text), [...sealed]);
    const [candidateId, id, , snapshotId, dossier, digest, text7, copies, identity, content, ...rest] = values as string[];
    const [
      lastName,
      firstNames,
      searchKey,
      bornOn,
      institution,
      institutionKey,
      country,
      account,
      key,
      inputDigest,
      campaignId,
      reference,
      typed,
    ] = rest;
    const at = Temporal.Instant.from(text7 ?? '');
    const save = async (entity: never, rows: readonly object[]) => {
      for (const each of rows) em.persist(em.create(entity, each as never));
      await em.flush();
    };
    const application = (await em.findOneOrFail(Application, { candidateId, id } as never)) as unknown as Record<string, unknown>;
    if (application['version'] !== asked.expectedVersion || application['state'] !== 'DRAFT')
      throw new Error('The draft has moved');
    Object.assign(application, {
      state: 'SUBMITTED',
      isBeingRevised: false,
      submittedAt: at,
      snapshotNumber: 1,
      version: asked.expectedVersion + 1,
    });
    const received = JSON.parse(copies ?? '[]') as Copy[];
    await save(Idempotency as never, [
      {
        principalId: account,
        hat: `candidate:${candidateId}`,
        key,
        operation: 'submitApplication',
        inputDigest,
        outcome: { applicationId: id },
        at,
      },
    ]);
    await save(Snapshot as never, [
      { candidateId, id: snapshotId, applicationId: id, number: 1, content: JSON.parse(dossier ?? ''), digest, receivedAt: at },
    ]);
    await save(
      Candidacy as never,
      received.map((copy) => ({
        schoolId: copy.schoolId,
        id: copy.candidacyId,
        candidateId,
        campaignId,
        noticeVersionId: copy.noticeVersionId,
        receivedAt: at,
        state: 'RECEIVED',
        version: 1,
        dossierNumber: 1,
      })),
    );
    const place = ({ schoolId, candidacyId }: Copy) => ({ schoolId, candidacyId, number: 1, candidateId });
    await save(
      Filing as never,
      received.map(({ schoolId, candidacyId }) => ({ candidateId, schoolId, candidacyId, campaignId })),
    );
    await save(
      DossierHead as never,
      received.map((copy) => ({
        ...place(copy),
        reference,
        digest: copy.digest,
        institution,
        institutionId: null,
        institutionKey,
        country,
        noticeVersionId: copy.noticeVersionId,
        receivedAt: at,
      })),
    );
    await save(
      DossierIdentity as never,
      received.map((copy) => ({ ...place(copy), lastName, firstNames, searchKey, bornOn, identity: JSON.parse(identity ?? '') })),
    );
    await save(
      DossierContent as never,
      received.map((copy) => ({ ...place(copy), content: JSON.parse(content ?? '') })),
    );
    await save(
      DossierSpecialism as never,
      received.flatMap((copy) =>
        copy.specialismIds.map((specialismId, index) => ({ ...place(copy), position: index + 1, specialismId })),
      ),
    );
    await save(
      Choice as never,
      received.map(({ schoolId, candidacyId, digest: own, noticeVersionId }) => ({
        candidateId,
        snapshotId,
        schoolId,
        candidacyId,
        dossierNumber: 1,
        digest: own,
        noticeVersionId,
      })),
    );
    await save(
      Preference as never,
      received.map(({ schoolId, preferenceRank: rank }) => ({ candidateId, snapshotId, schoolId, rank })),
    );
    await save(
      Audit as never,
      received.map(({ schoolId, candidacyId }) => ({
        schoolId,
        id: crypto.randomUUID(),
        actorId: null,
        act: 'CANDIDACY_RECEIVED',
        objectId: candidacyId,
        at,
        purpose: null,
      })),
    );
    await save(AuditPerson as never, [
      {
        id: crypto.randomUUID(),
        principalId: account,
        hat: 'candidate',
        act: 'APPLICATION_SUBMITTED',
        objectId: id,
        at,
        purpose: null,
      },
    ]);
    const institutions = JSON.parse(typed ?? '[]') as { name: string; country: string; key: string }[];
    const once = [...new Map(institutions.map((each) => [each.key, each])).values()];
    await save(
      FreeInstitution as never,
      once.map((each) => ({
        candidateId,
        id: crypto.randomUUID(),
        name: each.name,
        country: each.country,
        searchKey: each.key,
        at,
      })),
    );
    const receipt = {
      kind: 'APPLICATION_RECEIPT',
      recipientId: account,
      payload: { applicationId: id, snapshotId },
      sealedLink: null,
    };
    await save(Outbox as never, [
      {
        id: crypto.randomUUID(),
        principalId: account,
        ...receipt,
        at,
        nextTryAt: at,
        sentAt: null,
        deadAt: null,
        tries: 0,
        lastError: null,
      },
    ]);
    return answer;
  });
}

/** The library counts its places as question marks, in the order they stand. */
const placed = (text: string) => text.replaceAll(/\$\d/g, '?');
