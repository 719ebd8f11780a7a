import { randomInt, randomUUID } from 'node:crypto';
import type { CanaryWorld } from '../../canary-world.ts';
import { copyOf } from './copied-rows.ts';

const past = `(select id from app.campaign where slug = 'astg3-2026')`;
const copied = ['dossier_identity', 'dossier_content', 'dossier_specialism', 'assignment'] as const;

/** A season long closed as its schools keep it: a dossier each, and what that season disclosed, each number a word of its own. */
export async function keepPastSeason(fixture: CanaryWorld): Promise<void> {
  for (const [owner, at] of [
    ['C2', 'C2 at A'],
    ['C3', 'C3 at B'],
  ] as const) {
    const candidacy = await received(fixture, fixture.candidacies[at] ?? '');
    const count = fixture.canaries.drawn(
      { owner, place: 'disclosed_choices.count' },
      () => randomInt(10_000, 90_000),
      (value) => `"count":${value}`,
    );
    await fixture.world.sql(
      `insert into app.disclosed_choices (school_id, candidacy_id, campaign_id, count, disclosed_at)
       select school_id, id, campaign_id, $1, app.clock() from app.candidacy where id = $2`,
      [count, candidacy],
    );
  }
}

/** What this candidate sends today, as it was sent to the same school in that season; its id. What the candidate held then is gone. */
async function received({ world }: CanaryWorld, today: string): Promise<string> {
  const [candidacy, notice] = [randomUUID(), randomUUID()];
  const [its, noticeItsOwn] = [`'${candidacy}'`, `'${notice}'`];
  const ofToday = `x.candidacy_id = '${today}'`;
  const itsNotice = `x.id = (select notice_version_id from app.candidacy where id = '${today}')`;
  await world.sql('set session_replication_role = replica');
  for (const statement of [
    copyOf('notice_version', itsNotice, { id: noticeItsOwn, campaign_id: past }),
    copyOf('candidacy', `x.id = '${today}'`, { id: its, campaign_id: past, notice_version_id: noticeItsOwn }),
    copyOf('dossier_head', ofToday, {
      candidacy_id: its,
      reference: `replace(x.reference, '-27-', '-26-')`,
      notice_version_id: noticeItsOwn,
    }),
    ...copied.map((table) => copyOf(table, ofToday, { candidacy_id: its })),
  ])
    await world.sql(statement);
  await world.sql('set session_replication_role = origin');
  return candidacy;
}
