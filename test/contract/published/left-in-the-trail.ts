import type { World } from '../../world/world.ts';

/** One line of a trail, as far as a second one of the same act would be one too many. */
export interface LeftLine {
  /** The school's id, or `persons`. */
  readonly trail: string;
  readonly act: string;
  readonly objectId: string | null;
}

const lines = `select id, school_id::text as trail, act, object_id as "objectId" from app.audit
  union all select id, 'persons', act, object_id from app.audit_person`;

/** What an act leaves in the trails of schools and persons. */
export async function leftInTheTrail<T>(world: World, act: () => Promise<T>): Promise<{ answer: T; left: readonly LeftLine[] }> {
  const before = (await world.sql<{ id: string }>(lines)).map(({ id }) => id);
  const answer = await act();
  const left = await world.sql<LeftLine>(`select * from (${lines}) l where id <> all($1) order by act`, [before]);
  return { answer, left };
}

/** Acts that left nothing, and those that left the same line twice. */
export function wrongly(leftBy: ReadonlyMap<string, readonly LeftLine[]>): readonly string[] {
  return [...leftBy].flatMap(([act, left]) => {
    if (left.length === 0) return [`${act} left no entry`];
    const told = left.map(({ trail, act: word, objectId }) => `${trail} ${word} ${objectId}`);
    return new Set(told).size < told.length ? [`${act} left an entry twice`] : [];
  });
}
