import { randomInt } from 'node:crypto';
import { encodeId } from '@guichet/gateway/connection/node-id';
import type { Actor } from '../../../world/actor.ts';
import { type CanaryWorld, type Side, schoolOf } from '../../canary-world.ts';
import { askForExports, invite, keepView, prepareNotice } from './a-teams-lists.ts';
import { did } from './did.ts';

const atWork = {
  A: { officer: 'OA', admin: 'AA', key: 'KW', reader: 'RA1', candidacy: 'C1 at A', other: 'C2 at A' },
  B: { officer: 'OB', admin: 'AB', key: 'KB', reader: 'RB1', candidacy: 'C3 at B', other: 'C1 at B' },
} as const;

/** Who of a team works here, on what, and words for it. */
export interface Team {
  readonly fixture: CanaryWorld;
  readonly officer: Actor;
  readonly admin: Actor;
  readonly campaignId: string;
  readonly candidacyId: string;
  readonly otherId: string;
  /** The school's reader, as the contract names people. */
  readonly readerId: string;
  /** What the school offers. */
  readonly specialismIds: readonly string[];
  readonly word: (place: string) => string;
  /** A number of a few digits, told by the field it stands in. */
  readonly number: (place: string, field: string) => number;
}

/** What a school's team leaves behind: notes with a history, readers and what they take, acts taken back, views, exports asked for, people invited. */
export async function workOf(fixture: CanaryWorld, side: Side): Promise<void> {
  const { people, canaries, candidacies, dossiers } = fixture;
  const names = atWork[side];
  const id = (candidacy: string) => encodeId('Candidacy', candidacies[candidacy] ?? '');
  const team: Team = {
    fixture,
    officer: people[names.officer],
    admin: people[names.admin],
    campaignId: dossiers.C1.campaignId,
    candidacyId: id(names.candidacy),
    otherId: id(names.other),
    readerId: await personOf(fixture, people[names.reader]),
    specialismIds: await offeredBy(people[names.officer], schoolOf[side]),
    word: (place) => canaries.of(`staff ${side}`, place),
    number: (place, field) =>
      canaries.drawn(
        { owner: `staff ${side}`, place },
        () => randomInt(101, 500),
        (value) => `"${field}":${value}`,
      ),
  };
  await writeNotes(team);
  await giveToReaders(team);
  await keepView(team);
  await askForExports(team);
  await invite(team);
  await prepareNotice(team);
}

/** A system of the school opens a dossier; asked for last, it is the newest line of every list. */
export async function openByKey({ people, candidacies }: CanaryWorld, side: Side): Promise<void> {
  const { key, other } = atWork[side];
  await did(people[key], ['openCandidacy', 'candidacy { id }'], { candidacyId: encodeId('Candidacy', candidacies[other] ?? '') });
}

async function personOf({ world }: CanaryWorld, { accountId }: Actor): Promise<string> {
  const [row] = await world.sql<{ id: string }>('select id from app.membership where account_id = $1', [accountId]);
  return encodeId('Person', row?.id ?? '');
}

async function offeredBy(officer: Actor, slug: string): Promise<readonly string[]> {
  const document =
    'query ($slug: String!) { campaign(slug: $slug) { members { school { slug } notice { specialisms { id } } } } }';
  const { campaign } = await officer.read(document, { slug: 'astg3-2027' });
  const member = campaign.members.find(({ school }: { school: { slug: string } }) => school.slug === slug);
  return member.notice.specialisms.map(({ id }: { id: string }) => id);
}

async function writeNotes({ officer, candidacyId, word }: Team): Promise<void> {
  const note = async () =>
    (await did(officer, ['addNote', 'note { id version }'], { candidacyId, text: word('working.note') })).note;
  const edited = await note();
  await did(officer, ['editNote', 'note { id }'], {
    noteId: edited.id,
    expectedVersion: edited.version,
    text: word('working.note'),
  });
  const removed = (await did(officer, ['addNote', 'note { id version }'], { candidacyId, text: 'Note retirée.' })).note;
  await did(officer, ['removeNote', 'note { id }'], { noteId: removed.id, expectedVersion: removed.version });
}

/** One act on several candidacies taken back, one that stands. */
async function giveToReaders({ officer, candidacyId, otherId, readerId, number, specialismIds }: Team): Promise<void> {
  const profile = {
    readerId,
    specialismIds,
    largestLoad: number('reader_profile.largestLoad', 'largestLoad'),
    expectedVersion: 0,
  };
  await did(officer, ['setReaderProfile', 'readerProfile { version }'], profile);
  const given = await did(officer, ['assignReaders', 'bulkAct { id }'], { candidacyIds: [otherId], readerIds: [readerId] });
  await did(officer, ['undoBulkAct', 'bulkAct { id }'], { bulkActId: given.bulkAct.id });
  const { desk } = await officer.read('{ desk { labels { id } } }');
  await did(officer, ['labelCandidacies', 'bulkAct { id }'], { candidacyIds: [candidacyId], labelId: desk.labels[0].id });
}

/** One more after the worker ran: it still waits. */
export async function askForExport({ people, dossiers }: CanaryWorld, side: Side): Promise<void> {
  const { campaignId } = dossiers.C1;
  await did(people[atWork[side].officer], ['requestExport', 'exportJob { id }'], { campaignId, format: 'CSV' });
}
