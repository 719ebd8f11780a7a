import { table } from '../terminal/table.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import type { Told } from './visitor.ts';

/** An officer of the first school sees who reads, foresees an act, gives the candidacy to a reader and takes the act back. */
export async function giveAndTakeBack({ officers, campaign }: Scene, candidacies: ReadonlyMap<string, string>): Promise<void> {
  const [[slug, officer]] = [...officers] as [[string, Told['data']]];
  tell(`${slug} sees who reads and how much they have in hand, and gives its candidacy to the first of them`);
  const { data } = await officer.ask(operation('school/readers', { campaign }));
  const { readers } = data.desk;
  const rows = readers.map(({ profile, load }: Told['data']) => [
    profile.person.displayName,
    profile.specialisms.map(({ code }: Told['data']) => code).join(', '),
    `${load} of ${profile.largestLoad ?? 'any'}`,
  ]);
  show(table(['reader', 'specialisms', 'in hand'], rows));
  const blanks = { candidacy: candidacies.get(slug), reader: readers[0].profile.person.id };
  const foreseen = await officer.ask(operation('school/foresee-an-act', blanks));
  const { bulkAct } = await officer.act(operation('school/assign-readers', blanks));
  show(
    `foreseen: ${foreseen.data.desk.bulkPreview.summary}; done: ${bulkAct.summary}, to take back until ${bulkAct.undoableUntil}`,
  );
  const undone = await officer.act(operation('school/take-an-act-back', { bulkAct: bulkAct.id }));
  show(`taken back: ${undone.bulkAct.summary}`);
}
