import type { Contact, Identity } from '@guichet/domain/application/application';
import { StoredInstant } from '../instant/stored-instant.ts';
import type { BareNote, CandidacyRow, DossierRow } from './candidacy.read.ts';
import type { Shared, SharedLists } from './shared-lists.ts';

type Own = Pick<CandidacyRow, 'id' | 'campaignId' | 'noticeId' | 'state' | 'version' | 'isUnopened'>;

/** A candidacy as its statement answers it. */
export interface StoredCandidacy extends Own, SharedLists {
  readonly receivedAt: string;
  /** The name, in a list by name. */
  readonly key?: string;
  readonly openedAt?: string | null;
  readonly number: number;
  readonly reference: string;
  readonly digest: string;
  readonly institution: string | null;
  readonly country: string | null;
  readonly submittedAt: string;
  readonly parts?: { readonly identity: Identity; readonly contact: Contact | null } | null;
  readonly lastName?: string | null;
  readonly firstNames?: string | null;
  readonly specialismIds?: string;
  readonly labelIds?: string;
  readonly noteLines?: string;
}

/** A row of a page, a hundred at a time: what it says is made for who asks. */
export class ListedCandidacy implements CandidacyRow {
  readonly id: string;
  readonly campaignId: string;
  readonly noticeId: string;
  readonly state: CandidacyRow['state'];
  readonly version: number;
  readonly isUnopened: boolean;
  readonly key: string;
  readonly stored: CandidacyRow['stored'];
  readonly #row: StoredCandidacy;
  readonly #shared: Shared;

  constructor(row: StoredCandidacy, shared: Shared) {
    this.id = row.id;
    this.campaignId = row.campaignId;
    this.noticeId = row.noticeId;
    this.state = row.state;
    this.version = row.version;
    this.isUnopened = row.isUnopened;
    this.key = row.key ?? row.receivedAt;
    const openedAt = row.openedAt == null ? null : new StoredInstant(row.openedAt);
    this.stored = { receivedAt: new StoredInstant(row.receivedAt), openedAt };
    this.#row = row;
    this.#shared = shared;
  }

  get receivedAt(): Temporal.Instant {
    return this.stored.receivedAt.instant;
  }

  get openedAt(): Temporal.Instant | null {
    return this.stored.openedAt?.instant ?? null;
  }

  get specialisms(): CandidacyRow['specialisms'] {
    return this.#shared.specialismsOf(this.#row.specialismIds);
  }

  get labels(): CandidacyRow['labels'] {
    const { labelIds } = this.#row;
    return labelIds === undefined ? undefined : this.#shared.labelsOf(labelIds);
  }

  get notes(): CandidacyRow['notes'] {
    const { noteLines } = this.#row;
    if (noteLines === undefined) return undefined;
    return noteLines === '' ? [] : noteLines.split('|').map(noteFrom);
  }

  get dossier(): DossierRow {
    return new ListedDossier(this.#row);
  }

  /** The same as a plain row, which may be spread. */
  alone(): CandidacyRow {
    const { id, campaignId, noticeId, state, version, isUnopened, key, stored, receivedAt, openedAt, specialisms } = this;
    const dossier = new ListedDossier(this.#row).alone();
    return { id, campaignId, noticeId, state, version, isUnopened, key, stored, receivedAt, openedAt, specialisms, dossier };
  }
}

function noteFrom(line: string): BareNote {
  const [id = '', version, key = null] = line.split(',');
  return { id, version: version === undefined ? null : Number(version), key };
}

class ListedDossier implements DossierRow {
  readonly id: string;
  readonly number: number;
  readonly reference: string;
  readonly digest: string;
  readonly institution: string | null;
  readonly country: string | null;
  readonly identity: Identity | null;
  readonly contact: Contact | null;
  readonly #submittedAt: string;

  constructor(row: StoredCandidacy) {
    this.id = row.id;
    this.number = row.number;
    this.reference = row.reference;
    this.digest = row.digest;
    this.institution = row.institution;
    this.country = row.country;
    this.identity = row.parts?.identity ?? namesOf(row);
    this.contact = row.parts?.contact ?? null;
    this.#submittedAt = row.submittedAt;
  }

  get submittedAt(): Temporal.Instant {
    return Temporal.Instant.from(this.#submittedAt);
  }

  alone(): DossierRow {
    const { id, number, reference, digest, institution, country, identity, contact, submittedAt } = this;
    return { id, number, reference, digest, institution, country, identity, contact, submittedAt };
  }
}

// Asked for by their names alone, the rest of an identity is not read.
const namesOf = ({ lastName, firstNames }: StoredCandidacy): Identity | null =>
  lastName == null ? null : ({ lastName, firstNames } as Identity);
