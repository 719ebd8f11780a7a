import { Client, type QueryConfig } from 'pg';

/**
 * A connection on which every statement goes by the extended protocol: one statement a message, so text that slipped into a
 * statement can never bring a second one along.
 */
export class ExtendedClient extends Client {
  // oxlint-disable-next-line typescript/no-explicit-any -- pg overloads by position; every form is passed on as it came
  override query(...given: any[]): any {
    const [statement, ...rest] = given;
    if (typeof statement === 'string') return super.query(extended({ text: statement }), ...rest);
    // A cursor or a stream brings its own protocol.
    const isConfig = typeof statement === 'object' && statement !== null && 'text' in statement && !('submit' in statement);
    return isConfig ? super.query(extended(statement), ...rest) : super.query(statement, ...rest);
  }
}

const extended = (config: QueryConfig) => ({ ...config, queryMode: 'extended' });
