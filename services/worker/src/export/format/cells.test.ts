import { completeDraft } from '@guichet/domain/application/complete-draft.fixture';
import { expect, test } from '@jest/globals';
import { type ExportRow, fileColumns } from './cells.ts';

const columns = fileColumns([], true);

function studiesOf(specialismTitle: string | null): unknown {
  const [year] = completeDraft.studies;
  const content = { studies: [{ ...year, mentionCode: null, specialismTitle }] };
  return columns.find(({ name }) => name === 'studies')?.cell({ content } as unknown as ExportRow, 'fr');
}

test('a year of study is told with the specialism it was in, which abroad has no code', () => {
  const place = 'Université Côte d’Azur (FR)';
  expect(studiesOf('Génie des procédés')).toBe(`2027 · M1 · Master · ${place} · Génie des procédés · 60 ECTS · en cours · 15.5`);
  expect(studiesOf(null)).toBe(`2027 · M1 · Master · ${place} · 60 ECTS · en cours · 15.5`);
});
