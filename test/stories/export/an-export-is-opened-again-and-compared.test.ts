import { candidacyColumns } from '@guichet/domain/candidacy/columns';
import { stateWords } from '@guichet/domain/candidacy/state-words';
import { rearmed } from '@guichet/domain/export/disarmed';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import readExcelFile from 'read-excel-file/node';
import type { Actor, Selected } from '../../world/actor.ts';
import { submitted } from '../../world/dossier.ts';
import { plantQueue } from '../../world/planted-queue.ts';
import { anExportDesk, type ExportDesk, exported, school } from './export-desk.ts';

const dangerous = ['=HYPERLINK("http://x";"y")', '+1', '-1', '@SUM(A1)', '＝1', "'=1", "'t Hooft", 'a;b"c', 'Łódź 名', '_x0041_'];

let desk: ExportDesk;
let officer: Actor;
beforeAll(async () => {
  desk = await anExportDesk();
  officer = await desk.world.member(school, ['OFFICER']);
  await submitted(await desk.world.candidate('Claire'), { schools: [school], motivation: 'Deux lignes.\n=1+1 en second.' });
  await plantQueue(
    desk.world,
    school,
    dangerous.map((lastName, index) => ({ lastName, firstNames: `\t=${index}`, state: index % 2 ? 'ADMISSIBLE' : 'RECEIVED' })),
  );
}, 120_000);
afterAll(() => desk.close());

/** The list on screen, in the order asked for. */
async function onScreen(orderBy: string): Promise<readonly Selected[]> {
  const document = `query ($campaign: ID!, $orderBy: CandidacyOrder!) { desk { candidacies(campaignId: $campaign, first: 100, orderBy: $orderBy) {
    totalCount edges { node { id state receivedAt isUnopened openedAt specialisms { code name { fr } }
      dossier { reference submittedAt institution country identity { lastName firstNames birthDate nationality ine }
        contact { telephone city country } } } } } } }`;
  const { candidacies } = (await officer.read(document, { campaign: desk.campaignId, orderBy })).desk;
  const rows = candidacies.edges.map(({ node }: Selected) => node);
  expect(rows).toHaveLength(candidacies.totalCount);
  return rows;
}

/** A row of the screen as a text per column. */
const texts = ({ dossier, ...row }: Selected) => [
  dossier.reference,
  dossier.identity.lastName,
  dossier.identity.firstNames,
  dossier.identity.birthDate,
  dossier.identity.nationality,
  dossier.identity.ine ?? '',
  dossier.contact?.telephone ?? '',
  dossier.contact?.city ?? '',
  dossier.contact?.country ?? '',
  dossier.institution ?? '',
  dossier.country ?? '',
  row.specialisms.map(({ name }: Selected) => name.fr).join(', '),
  stateWords[row.state as 'RECEIVED'].fr,
  row.receivedAt,
  dossier.submittedAt,
  row.isUnopened ? 'oui' : 'non',
  row.openedAt ?? '',
  '',
  '',
];

/** The reading library knows only the old dates. */
const millisecondsOf = (cell: unknown) => (cell as { getTime(): number }).getTime();

const wallClock = (instant: string) => {
  const wall = Temporal.Instant.from(instant).toZonedDateTimeISO('Europe/Paris').toPlainDateTime();
  return wall.toZonedDateTime('UTC').epochMilliseconds;
};

describe.each(['RECEIVED_AT_ASC', 'RECEIVED_AT_DESC', 'LAST_NAME_ASC'])('in the order %s', (orderBy) => {
  test('E-13 a CSV imported back by another program holds the list on screen, cell by cell', async () => {
    const { job, bytes } = await exported(desk, officer, { format: 'CSV', orderBy, columns: candidacyColumns });
    expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(job).toMatchObject({ state: 'DONE', progress: 1, rows: dangerous.length + 1, file: { bytes: bytes.length } });
    const [heading, ...rows] = parse(bytes, { bom: true, delimiter: ';', record_delimiter: '\r\n' }) as string[][];
    expect(heading?.slice(0, 3)).toEqual(['Référence', 'Nom', 'Prénoms']);
    expect(rows.map((row) => row.map(rearmed))).toEqual((await onScreen(orderBy)).map(texts));
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
  });

  test('E-13 an XLSX opened by another library holds it typed: text as text, days and instants as dates, truth as truth', async () => {
    const { bytes } = await exported(desk, officer, { format: 'XLSX', orderBy, columns: candidacyColumns });
    const [sheet] = await readExcelFile(bytes, { trim: false });
    const [heading, ...rows] = sheet?.data ?? [];
    expect(heading?.[13]).toBe('Reçue le (Europe/Paris)');
    const shown = (await onScreen(orderBy)).map((row) => [texts(row), row] as const);
    expect(rows).toHaveLength(shown.length);
    rows.forEach((cells, index) => {
      const [wanted, row] = shown[index] as (typeof shown)[number];
      const plain = wanted.map((text) => (text === '' ? null : text));
      expect(cells.filter((_, at) => ![3, 13, 14, 15, 16].includes(at))).toEqual(
        plain.filter((_, at) => ![3, 13, 14, 15, 16].includes(at)),
      );
      expect(millisecondsOf(cells[3])).toBe(Temporal.Instant.from(`${wanted[3]}T00:00:00Z`).epochMilliseconds);
      expect(millisecondsOf(cells[13])).toBe(wallClock(row.receivedAt));
      expect(cells[15]).toBe(row.isUnopened);
    });
  });

  test('a JSON Lines file holds it as objects: codes, instants in ISO, null for what is not there', async () => {
    const { bytes } = await exported(desk, officer, {
      format: 'JSON_LINES',
      orderBy,
      columns: ['REFERENCE', 'STATE', 'RECEIVED_AT', 'INE'],
    });
    const rows = bytes
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(rows).toEqual(
      (await onScreen(orderBy)).map(({ dossier, state, receivedAt }) => ({
        reference: dossier.reference,
        state,
        receivedAt,
        ine: null,
      })),
    );
  });
});
