import type { CandidacyRow } from '@guichet/database/candidacy/candidacy.read';
import type { NoteRow } from '@guichet/database/note/note.read';
import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { CandidacyType } from '../candidacy/candidacy.type.ts';
import type { Connection } from '../connection/connection.type.ts';
import { isInstantKey, positionOf } from '../connection/keyset.ts';
import { connectionFrom, rowsToRead } from '../connection/page.ts';
import { PageArguments, pageWindow } from '../connection/page-arguments.ts';
import type { Context } from '../principal/request-context.ts';
import { digestOfNotes, notesOf, wordingsOf } from './note.loaders.ts';
import { NoteConnection, NoteType, NoteVersionType } from './note.type.ts';

@Resolver(() => CandidacyType)
export class CandidacyNotesResolver {
  @FieldResolver(() => NoteConnection, { description: 'What the team wrote about it, newest first (notes internes).' })
  async notes(
    @Root() { id }: CandidacyRow,
    @Args(() => PageArguments) given: PageArguments,
    @Ctx() context: Context,
  ): Promise<Connection<NoteRow>> {
    const page = pageWindow(given);
    const digest = digestOfNotes(id);
    const beyond = positionOf(page, digest, isInstantKey);
    const stretch = { beyond, isBackward: page.isBackward, limit: rowsToRead(page) };
    const rows = await notesOf(context).load({ candidacyId: id, stretch });
    return connectionFrom(rows, { page, digest, positionOf: (row) => row, nodeOf: (row) => row });
  }
}

@Resolver(() => NoteType)
export class NoteResolver {
  @FieldResolver(() => [NoteVersionType], {
    nullable: true,
    description: 'Every wording, oldest first, at most 100 (historique). Null once removed.',
  })
  versions(@Root() { id, removedAt }: NoteRow, @Ctx() context: Context) {
    return removedAt === null ? wordingsOf(context).load(id) : null;
  }
}
