import { closeCampaignsByClock } from '@guichet/worker/campaign/close-campaigns';
import type { RunningGateway } from '../../matrix/running-gateway.ts';
import { type Change, inRows } from './change.ts';
import { inAnotherOrder } from './of-candidates.ts';
import { ofA } from './of-the-other-school.ts';
import { A, B, candidacy, candidate } from './rows.ts';

const third = `(select id from app.school where slug = 'imt-lille-douai')`;
const noticeOfThird = `(select id from app.notice_version where school_id = ${third} order by frozen_at desc limit 1)`;
const [c1, atA, atB] = [`candidate_id = ${candidate('C1')} and school_id = ${B}`, candidacy('C1', A), candidacy('C1', B)];
const received = ['dossier_head', 'dossier_identity', 'dossier_content', 'dossier_specialism'];

/** The first candidate's other school is a third one, and wanted more. */
const elsewhere: readonly string[] = [
  ...inAnotherOrder,
  ...['choice', 'filing', 'preference'].map((table) => `update app.${table} set school_id = ${third} where ${c1}`),
  ...['assignment', 'opening'].map((table) => `delete from app.${table} where candidacy_id = ${atB}`),
  ...received.map((table) => `update app.${table} set school_id = ${third} where candidacy_id = ${atB}`),
  `update app.candidacy set school_id = ${third}, notice_version_id = ${noticeOfThird} where id = ${atB}`,
];

/** Past the trigger that keeps it, the campaign said that it discloses how many; then the clock closes it. */
async function closed({ administrator, binding }: RunningGateway): Promise<void> {
  await administrator.query('set session_replication_role = replica');
  await administrator.query(`update app.campaign set other_choices = 'COUNT', closes_at = app.clock() where state = 'OPEN'`);
  await administrator.query('set session_replication_role = origin');
  await administrator.query(`update test.clock set at = at + interval '1 minute'`);
  const { rows: ids } = await administrator.query<{ id: string }>(`select ${atA} as id`);
  await closeCampaignsByClock(binding);
  const { rows } = await administrator.query('select count from app.disclosed_choices where candidacy_id = $1', [ids[0]?.id]);
  // Else the two are alike because nothing was told.
  if (rows[0]?.count !== 1) throw new Error('School A was not told that there is one other');
}

/** As many other schools in both worlds: which one, and whether it was wanted more, is for none of A. */
export const toldHowMany: readonly Change[] = [
  {
    name: 'another school behind the number that is told, and another order',
    hiddenFrom: [...ofA, 'C2'],
    make: async (worlds, fixture) => {
      await inRows('told how many', [], elsewhere).make(worlds, fixture);
      for (const world of [worlds.one, worlds.other]) await closed(world);
    },
  },
];
