import type { PersonName } from '../../canary-world.ts';
import type { RunningGateway } from '../../matrix/running-gateway.ts';
import type { TwinFixture } from '../twin-fixture.ts';

/** The two worlds before P begins. */
export interface Worlds {
  readonly one: RunningGateway;
  readonly other: RunningGateway;
}

/** Something that these must not learn, and how it comes to be so in one world and not in the other. */
export interface Change {
  readonly name: string;
  readonly hiddenFrom: readonly PersonName[];
  make(worlds: Worlds, fixture: TwinFixture): Promise<void>;
}

/** A change by SQL past every wall and effect; each statement must find something to change. */
export function inRows(name: string, hiddenFrom: readonly PersonName[], statements: readonly string[]): Change {
  return { name, hiddenFrom, make: ({ other }) => changed(other, name, statements) };
}

async function changed({ administrator }: RunningGateway, name: string, statements: readonly string[]): Promise<void> {
  await administrator.query('begin');
  await administrator.query('set local session_replication_role = replica');
  for (const statement of statements) {
    const { rowCount } = await administrator.query(statement);
    if (!rowCount) throw new Error(`${name}: nothing to change by ${statement}`);
  }
  await administrator.query('commit');
}
