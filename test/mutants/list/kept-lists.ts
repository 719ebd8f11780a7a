import { database, type Mutant } from '../mutant.ts';

const story = 'test/stories/desk/a-candidacy-keeps-what-lists-show.test.ts';
const race = 'test/races/races.test.ts';

/** A kept list's effect without one of its passages. */
const without = (list: string, passage: string) =>
  database(`do $mutant$ begin
    execute regexp_replace(pg_get_functiondef('app.keep_${list}()'::regprocedure), '${passage}', '');
  end $mutant$`);

/** What a candidacy keeps on its own row for a list. */
export const keptListMutants: readonly Mutant[] = [
  {
    name: 'a list is kept from what stood before somebody else’s act was waited for',
    how: without('label_ids', 'perform from .*? for no key update;'),
    dies: [race],
    tests: 'G-15',
  },
  {
    name: 'a label taken off stays on the candidacy’s row',
    how: database('drop trigger keeps_labels_off on app.candidacy_label'),
    dies: [story],
    tests: 'of labels follows',
  },
  {
    name: 'a further copy leaves the specialisms of the one before',
    how: database('drop trigger keeps_specialisms on app.dossier_specialism'),
    dies: [story],
    tests: 'newest copy',
  },
  {
    name: 'the oldest notes are kept for the newest',
    how: database(`do $mutant$ begin
      execute replace(pg_get_functiondef('app.keep_newest_note_ids()'::regprocedure), 'n.at desc, n.id desc', 'n.at, n.id');
    end $mutant$`),
    dies: [story],
    tests: 'newest four',
  },
  {
    name: 'a list that finds no candidacy is passed over',
    how: without('newest_note_ids', 'if kept <> .*? end if;'),
    dies: [story],
    tests: 'fails the act',
  },
  {
    name: 'reviewers read the ids of a team’s labels',
    how: database('grant select (label_ids) on app.candidacy to app_reviewer'),
    dies: [story],
    tests: 'no role of a request',
  },
  {
    name: 'a candidate files with labels on',
    how: database(
      `alter policy candidacy_candidate_insert on app.candidacy with check (candidate_id = (select app.acting_candidate()) and state = 'RECEIVED' and version = 1 and dossier_number = 1)`,
    ),
    dies: [story],
    tests: 'no role of a request',
  },
];
