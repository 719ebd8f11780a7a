import { randomUUID } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import type { Hat } from '../../permissions/principal-kinds.ts';
import type { AnsweredOperation, OperationKind, RequestContext } from '../context.ts';
import { localeOf } from '../locale.ts';

/** The context of the probe schema: writes are remembered, and count only when the operation finishes well. */
export class ProbeContext implements RequestContext {
  readonly accountId: string | null;
  readonly hat: Hat | null;
  readonly locale;
  readonly traceId = randomUUID();
  readonly budgetKey: string;
  answered: AnsweredOperation | null = null;
  readonly #journal: string[];
  #written: string[] = [];

  constructor(request: FastifyRequest, journal: string[]) {
    const name = String(request.headers['x-probe'] ?? '');
    this.accountId = name === '' || name === 'key' ? null : name;
    this.hat = hats[name] ?? null;
    this.locale = localeOf(request.headers['accept-language']);
    this.budgetKey = String(request.headers['x-budget'] ?? (name || request.ip));
    this.#journal = journal;
  }

  beginOperation(kind: OperationKind): void {
    this.#journal.push(`begin ${kind}`);
  }

  async write(what: string): Promise<void> {
    await new Promise((resolve) => void setTimeout(resolve, 20));
    this.#written.push(what);
  }

  async finish(ok: boolean): Promise<void> {
    const written = this.#written.map((each) => `${ok ? 'kept' : 'undone'} ${each}`);
    this.#written = [];
    if (written.includes('kept fails to commit')) throw Object.assign(new Error('could not serialize'), { code: '40001' });
    this.#journal.push(...written, `finish ${ok}`);
  }
}

const hats: Readonly<Record<string, Hat>> = {
  candidate: { kind: 'CANDIDATE', functions: [] },
  officer: { kind: 'SCHOOL', functions: ['OFFICER'] },
  admin: { kind: 'SCHOOL', functions: ['ADMIN'] },
  observer: { kind: 'SCHOOL', functions: ['OBSERVER'] },
  reviewer: { kind: 'SCHOOL', functions: ['REVIEWER'] },
  consortium: { kind: 'CONSORTIUM', functions: [] },
  key: { kind: 'KEY', functions: [], scopes: ['CANDIDACIES_READ'] },
};
