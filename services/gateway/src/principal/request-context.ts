import { randomUUID } from 'node:crypto';
import type { Hats } from '@guichet/admissions/account/hats-of';
import { personHat, type Hat as SealedHat } from '@guichet/database/session/hat';
import { clockOf, type Reading, readingAs } from '@guichet/database/session/reading';
import type { Replica } from '@guichet/database/session/replica';
import { type Binding, beginWork, type OpenWork } from '@guichet/database/session/work';
import type { KeyKind } from '@guichet/domain/key/key-words';
import type { LoginSessions } from '../account/session/login-sessions.ts';
import type { Missing } from '../errors/refused.ts';
import type { AnsweredOperation, OperationKind, RequestContext } from '../http/context.ts';
import type { Locale } from '../http/locale.ts';
import type { Balance, Budgets } from '../limits/budget.ts';
import type { Hat } from '../permissions/principal-kinds.ts';
import { beginCounting } from './counting.ts';
import type { FileLinks } from './file-links.ts';
import type { RightsDoor } from './rights-door.ts';
import { type Asking, publicSide } from './who-asks.ts';

/** What the door knows of a request beside who asks. */
interface AtTheDoor {
  readonly locale: Locale;
  /** One subscriber has billions of addresses in IPv6, and one network. */
  readonly network: string;
  /** What a trail keeps of it, made for an act alone. */
  readonly networkDigest: () => string;
  readonly budgets: () => Budgets;
  readonly loginSessions: LoginSessions;
  readonly rights: RightsDoor;
  readonly fileLinks: FileLinks;
  /** Of which kind the keys are that this platform makes and takes. */
  readonly keyKind: KeyKind;
  /** A streaming copy for counts, where there is one. */
  readonly replica: Replica | null;
}

/** One request: one hat; an act has one transaction, opened by the first field that needs rows. */
export class Context implements RequestContext {
  readonly accountId: string | null;
  readonly hat: Hat | null;
  readonly hats: Hats | null;
  readonly asking: Asking;
  readonly missing: Missing | null;
  /** The devices of whoever asks: kept by the accounts, beside this request's transaction. */
  readonly loginSessions: LoginSessions;
  /** What a change of rights does to sessions. */
  readonly rights: RightsDoor;
  /** Addresses of files, bound to whoever asks. */
  readonly fileLinks: FileLinks;
  readonly locale: Locale;
  readonly budgetKey: string;
  readonly keyKind: KeyKind;
  readonly traceId = randomUUID();
  answered: AnsweredOperation | null = null;
  readonly #binding: Binding;
  readonly #networkDigest: () => string;
  readonly #budgets: () => Budgets;
  readonly #loaders = new Map<symbol, unknown>();
  readonly #replica: Replica | null;
  #isQuery = true;
  #readOnly = true;
  #receivedAt: Temporal.Instant | null = null;
  #work: Promise<OpenWork> | null = null;
  #reading: Reading | null = null;
  #counting: Promise<OpenWork | null> | null = null;
  readonly #changed = new Set<string>();

  constructor(
    binding: Binding,
    asking: Asking,
    { locale, network, networkDigest, budgets, keyKind, loginSessions, rights, fileLinks, replica }: AtTheDoor,
  ) {
    this.#binding = binding;
    this.#networkDigest = networkDigest;
    this.#budgets = budgets;
    this.#replica = replica;
    this.asking = asking;
    this.missing = asking.missing;
    this.loginSessions = loginSessions;
    this.rights = rights;
    this.fileLinks = fileLinks;
    this.accountId = asking.accountId;
    this.hats = asking.hats;
    this.hat = asking.hat === null ? null : permissionHat(asking.hat);
    this.locale = locale;
    this.keyKind = keyKind;
    this.budgetKey = asking.accountId ?? asking.hat?.principal ?? network;
  }

  /** The transaction under this request's role; the same one for every field. A query opens none: it reads statement by statement. */
  work(): Promise<OpenWork> {
    this.#work ??= this.#readOnly ? this.#read() : this.#begun();
    return this.#work;
  }

  /** Rows under this request's role: a query's without waiting for anything, an act's in its own transaction. */
  async reading(): Promise<Reading> {
    return this.#readOnly ? this.#rows() : this.work();
  }

  /** What belongs to the person who asks, whatever hat they wear. */
  asPerson(accountId: string): Reading {
    return readingAs(this.#binding, personHat(accountId));
  }

  /** When this operation was received: what its first statement says, for all that follow. */
  receivedAt(readAt: Temporal.Instant): Temporal.Instant {
    this.#receivedAt ??= readAt;
    return this.#receivedAt;
  }

  #rows(): Reading {
    this.#reading ??= readingAs(this.#binding, this.asking.hat ?? publicSide);
    return this.#reading;
  }

  async #read(): Promise<OpenWork> {
    const reading = this.#rows();
    this.#receivedAt ??= await clockOf(reading);
    const asOf = this.#receivedAt;
    return { ...reading, asOf, linkKey: this.#binding.linkKey, isOpen: () => false, commit: nothing, rollback: nothing };
  }

  /** The rows of counts: the copy's, where one is up to this operation; a mutation reads its own. */
  async counting(): Promise<OpenWork> {
    const own = await this.work();
    if (this.#replica === null || !this.#isQuery) return own;
    this.#counting ??= beginCounting(this.#replica, own).catch(() => null);
    return (await this.#counting) ?? own;
  }

  // Tried again after a deadlock, the operation is judged by when it was first received.
  async #begun(): Promise<OpenWork> {
    const begun = await beginWork(this.#binding, this.asking.hat ?? publicSide, {
      readOnly: this.#readOnly,
      network: this.#readOnly ? '' : this.#networkDigest(),
    });
    this.#receivedAt ??= begun.asOf;
    return { ...begun, asOf: this.#receivedAt };
  }

  /** What this principal may still spend, at this gateway. */
  balance(): Balance {
    return this.#budgets().balance(this.budgetKey);
  }

  /** A batched loader, made once a request and never shared between two. */
  loader<L>(key: symbol, make: () => L): L {
    if (!this.#loaders.has(key)) this.#loaders.set(key, make());
    return this.#loaders.get(key) as L;
  }

  /** After an act nothing read before it holds: the next act of the same document may not answer with it. */
  forgetWhatWasRead(): void {
    this.#loaders.clear();
  }

  /** Somebody's rights are changed by this operation: their sessions end once it stands, and not at all if it is undone. */
  rightsChanged(accountId: string): void {
    this.#changed.add(accountId);
  }

  beginOperation(kind: OperationKind): void {
    // A reading of the consortium's leaves its trace in the transaction that reads.
    this.#isQuery = kind === 'query';
    this.#readOnly = this.#isQuery && this.hat?.kind !== 'CONSORTIUM';
  }

  async finish(ok: boolean): Promise<void> {
    const opening = this.#work;
    const counting = this.#counting;
    this.#work = null;
    this.#counting = null;
    const changed = [...this.#changed];
    this.#changed.clear();
    this.#loaders.clear();
    await (await counting)?.rollback();
    const work = await opening?.catch(() => null);
    if (!ok) return work?.rollback();
    await work?.commit();
    for (const accountId of changed) await this.rights.changed(accountId, this.asking.session);
  }
}

const nothing = async (): Promise<void> => undefined;

const kinds = { candidate: 'CANDIDATE', school: 'SCHOOL', reviewer: 'SCHOOL', consortium: 'CONSORTIUM', key: 'KEY' } as const;

function permissionHat({ kind, functions, scopes = [] }: SealedHat): Hat | null {
  const known = kinds[kind as keyof typeof kinds];
  return known === undefined ? null : { kind: known, functions, scopes };
}
