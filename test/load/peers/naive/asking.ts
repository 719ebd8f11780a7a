import { DossierIdentity, DossierSpecialism } from '@guichet/database/candidacy/dossier.table';
import { Opening } from '@guichet/database/candidacy/opening.table';
import { CandidacyLabel, Label } from '@guichet/database/label/label.table';
import { Note } from '@guichet/database/note/note.table';
import { Specialism } from '@guichet/database/reference-data/reference-data.table';
import type { Orm } from '@guichet/database/session/orm';
import DataLoader from 'dataloader';
import type { Who } from '../same/who.ts';

type Rows<T> = DataLoader<string, T[]>;

/** One request: who asks, an EntityManager, and a loader for each relation; entities all the way. */
export class Asking {
  readonly em;
  readonly who: Who;
  readonly identities: Rows<{ candidacyId: string; lastName: string; firstNames: string }>;
  readonly openings: Rows<{ candidacyId: string; readerId: string; at: Temporal.Instant | null }>;
  readonly labels: Rows<{ candidacyId: string; id: string; name: string }>;
  readonly notes: Rows<{ candidacyId: string; id: string; at: Temporal.Instant | null }>;
  readonly specialisms: Rows<{ candidacyId: string; name: string }>;

  constructor(orm: Orm, who: Who) {
    this.em = orm.em.fork();
    this.who = who;
    const em = this.em;
    const of = (ids: readonly string[]) => ({ schoolId: who.school, candidacyId: { $in: [...ids] } }) as never;
    this.identities = owned((ids) => em.find(DossierIdentity, of(ids)) as never);
    this.openings = owned((ids) => em.find(Opening, of(ids)) as never);
    this.notes = owned((ids) => em.find(Note, of(ids), { orderBy: { at: 'desc', id: 'desc' } as never }) as never);
    this.labels = owned(async (ids) => {
      const put = (await em.find(CandidacyLabel, of(ids))) as unknown as { candidacyId: string; labelId: string }[];
      const labels = (await em.find(Label, { schoolId: who.school } as never)) as unknown as { id: string; name: string }[];
      const byId = new Map(labels.map((label) => [label.id, label]));
      const named = put.map(({ candidacyId, labelId }) => ({ candidacyId, id: labelId, name: byId.get(labelId)?.name ?? '' }));
      return named.toSorted((a, b) => french.compare(a.name, b.name));
    });
    this.specialisms = owned(async (ids) => {
      const asked = (await em.find(DossierSpecialism, of(ids))) as unknown as { candidacyId: string; specialismId: string }[];
      const all = (await em.find(Specialism, {
        id: { $in: asked.map(({ specialismId }) => specialismId) },
      } as never)) as unknown as {
        id: string;
        nameFr: string;
      }[];
      const byId = new Map(all.map((each) => [each.id, each.nameFr]));
      return asked.map(({ candidacyId, specialismId }) => ({ candidacyId, name: byId.get(specialismId) ?? '' }));
    });
  }
}

const french = new Intl.Collator('fr');

function owned<T extends { candidacyId: string }>(read: (ids: readonly string[]) => Promise<T[]>): Rows<T> {
  return new DataLoader(async (ids) => {
    const byOwner = Map.groupBy(await read(ids), ({ candidacyId }) => candidacyId);
    return ids.map((id) => byOwner.get(id) ?? []);
  });
}
