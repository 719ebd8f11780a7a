import { Client, type ClientConfig, type PoolClient, type QueryConfig } from 'pg';

/**
 * A connection on which every statement goes by the extended protocol: one statement a message, so text that slipped into a
 * statement can never bring a second one along.
 */
export class ExtendedClient extends Client {
  #isLost = false;

  constructor(config?: string | ClientConfig) {
    super(config);
    const lose = () => {
      this.#isLost = true;
    };
    // Heard also while somebody holds the connection: an error nobody hears would end the process.
    this.on('error', lose);
    this.on('end', lose);
  }

  // oxlint-disable-next-line typescript/no-explicit-any -- pg overloads by position; every form is passed on as it came
  override query(...given: any[]): any {
    const [statement, ...rest] = given;
    if (statement === 'rollback') return this.#rolledBack(() => super.query(extended({ text: statement }), ...rest));
    if (isBegin(statement)) return this.#begun(super.query(extended({ text: statement }), ...rest));
    if (typeof statement === 'string') return super.query(extended({ text: statement }), ...rest);
    // A cursor or a stream brings its own protocol.
    const isConfig = typeof statement === 'object' && statement !== null && 'text' in statement && !('submit' in statement);
    return isConfig ? super.query(extended(statement), ...rest) : super.query(statement, ...rest);
  }

  // What a lost connection had begun is rolled back already; a refusal here would keep its place in the pool taken for ever.
  async #rolledBack<T>(rollBack: () => Promise<T>): Promise<T | Nothing> {
    if (this.#isLost) return nothing;
    try {
      return await rollBack();
    } catch {
      return nothing;
    }
  }

  // Who asked for the transaction has not got it, so nobody else would give the connection back.
  async #begun<T>(beginning: Promise<T>): Promise<T> {
    try {
      return await beginning;
    } catch (error) {
      (this as { readonly release?: PoolClient['release'] }).release?.(true);
      throw error;
    }
  }
}

const nothing = { rows: [], rowCount: 0, command: 'ROLLBACK', fields: [] };
type Nothing = typeof nothing;

const isBegin = (statement: unknown) => typeof statement === 'string' && /^(?:begin|start transaction)\b/i.test(statement);

const extended = (config: QueryConfig) => ({ ...config, queryMode: 'extended' });
