import { table } from '../terminal/table.ts';
import { operation } from './operation.ts';
import { type Scene, show, tell } from './scene.ts';
import type { Told } from './visitor.ts';

/** Every school lists its own queue; ids of the candidacies by slug. */
export async function listQueues({ officers, campaign }: Scene): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const [slug, officer] of officers) {
    const { data } = await officer.ask(operation('school/unopened', { campaign }));
    tell(`${data.desk.school.name} lists its queue (${officer.email})`);
    const nodes = data.desk.candidacies.edges.map(({ node }: Told['data']) => node);
    const rows = nodes.map(({ dossier, state, receivedAt, specialisms }: Told['data']) => [
      dossier.reference,
      `${dossier.identity.lastName} ${dossier.identity.firstNames}`,
      dossier.institution,
      specialisms.map(({ code }: Told['data']) => code).join(', '),
      state,
      receivedAt,
    ]);
    show(table(['reference', 'name', 'institution', 'specialism', 'state', 'received'], rows));
    found.set(slug, nodes[0]?.id ?? '');
  }
  return found;
}

/** One school reads what is its own, another asks for the same id. */
export async function readAndBeRefused({ officers }: Scene, candidacies: ReadonlyMap<string, string>): Promise<void> {
  const [[one, reader], [other, stranger]] = [...officers] as [[string, Told['data']], [string, Told['data']]];
  tell(`${one} opens its candidacy; only then does the content answer`);
  const blanks = { candidacy: candidacies.get(one) };
  const { candidacy } = await reader.act(operation('school/open-a-dossier', blanks));
  const { dossier } = candidacy;
  show(`copy ${dossier.number}, digest ${dossier.digest.slice(0, 16)}…, opened ${candidacy.openedAt}`);
  show(
    table(
      ['level', 'diploma', 'institution', 'year', 'status'],
      dossier.studies.map((year: Told['data']) => [
        year.level,
        year.diploma,
        year.institutionName,
        String(year.year),
        year.status,
      ]),
    ),
  );
  tell(`${other} asks for the candidacy of ${one}`);
  const { data, codes } = await stranger.ask(operation('school/one-candidacy', blanks));
  if (data?.node) throw new Error('A school read another’s candidacy');
  show(`refused: ${codes.join(', ') || 'there is nothing of that id'}, as for an id that does not exist`);
}

/** What each school sees of its own candidacy now. */
export async function seeStates({ officers }: Scene, candidacies: ReadonlyMap<string, string>): Promise<void> {
  tell('What each school sees now');
  const rows: string[][] = [];
  for (const [slug, officer] of officers) {
    const { data } = await officer.ask(operation('school/one-candidacy', { candidacy: candidacies.get(slug) }));
    const acts = data.node.history.edges.map(({ node }: Told['data']) => node.action);
    rows.push([slug, data.node.state, acts.join(', ')]);
  }
  show(table(['school', 'state', 'own history'], rows));
}
