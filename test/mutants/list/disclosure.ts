import { disclosureEffects } from '@guichet/database/migrations/effects/disclosure.sql';
import { database, type Mutant } from '../mutant.ts';

const own = 'school_id = (select app.acting_school())';
const over = `exists (select from app.campaign k where k.id = disclosed_choices.campaign_id and k.state in ('CLOSED', 'ARCHIVED'))`;
const assigned = `exists (select from app.assignment a where a.school_id = disclosed_choices.school_id and a.candidacy_id = disclosed_choices.candidacy_id
  and a.reader_id = (select app.principal()) and a.ended_at is null)`;
const story = 'test/stories/desk/a-closed-campaign-discloses-what-it-said.test.ts';

const readBy = (role: string, rows: string) =>
  `alter policy disclosed_choices_${role}_select on app.disclosed_choices using (${rows})`;

/** The counting at the closing, without one passage of it. */
function countingWithout(passage: string | RegExp) {
  const [whole = ''] = disclosureEffects;
  const less = whole.replace(passage, '');
  if (less === whole) throw new Error(`The counting holds no ${String(passage)}`);
  return database(less.replace('create function', 'create or replace function'));
}

/** What a campaign tells its schools of other choices, when it closes and never before. */
export const disclosureMutants: readonly Mutant[] = [
  {
    name: 'a reader is told of other choices of what is not assigned',
    how: database(readBy('reviewer', `${own} and ${over}`)),
    dies: [story],
    tests: 'once closed how many|a reader is told|no row reaches',
  },
  {
    name: 'what was disclosed answers while the campaign is open again',
    how: database(readBy('school', own), readBy('key', own), readBy('reviewer', `${own} and ${assigned}`)),
    dies: [story],
    tests: 'once closed how many|opened again it tells nothing',
  },
  {
    name: 'what was disclosed may name another campaign than its candidacy’s',
    how: database(`alter table app.disclosed_choices drop constraint disclosed_choices_school_candidacy_campaign_key`),
    dies: [story],
    tests: 'a row bears the campaign',
  },
  {
    name: 'an effect in anybody’s name sees what a closed campaign discloses',
    how: database(`alter policy candidacy_effect_select on app.candidacy using (candidate_id = (select app.acting_candidate())
      or exists (select from app.campaign k where k.id = candidacy.campaign_id and k.state = 'CLOSED' and k.other_choices = 'COUNT'))`),
    dies: ['test/tenancy/database/database-walls.test.ts'],
    tests: 'B-07 is nothing for a school',
  },
  {
    name: 'what a campaign said of other choices changes once it is open',
    how: database('drop trigger keeps_disclosure on app.campaign'),
    dies: [story],
    tests: 'cannot be made to disclose',
  },
  {
    name: 'withdrawn candidacies are counted among the other choices',
    how: countingWithout(` and c.state <> 'WITHDRAWN'`),
    dies: [story],
    tests: 'once closed how many',
  },
  {
    name: 'whoever closes a campaign makes it disclose',
    how: countingWithout(/if app\.principal\(\)[\s\S]*?end if;/),
    dies: [story],
    tests: 'is closed by the clock alone',
  },
];
