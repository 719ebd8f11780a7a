import { addNote } from '@guichet/admissions/note/add-note';
import { editNote } from '@guichet/admissions/note/edit-note';
import { removeNote } from '@guichet/admissions/note/remove-note';
import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import { requiredId } from '../node/required-id.ts';
import type { Context } from '../principal/request-context.ts';
import { payloadOf } from '../user-error/payload.ts';
import { noteById } from './note.loaders.ts';
import {
  AddNoteInput,
  AddNotePayload,
  EditNoteInput,
  EditNotePayload,
  RemoveNoteInput,
  RemoveNotePayload,
} from './note-acts.type.ts';

const noteOf =
  (context: Context) =>
  ({ noteId = '' }: Readonly<Record<string, string>>) =>
    noteById(context).load(noteId);

@Resolver()
export class NoteActsResolver {
  @Mutation(() => AddNotePayload, { description: 'Writes a note about a candidacy, for colleagues alone (ajouter une note).' })
  async addNote(@Arg('input', () => AddNoteInput, { description: 'The note.' }) input: AddNoteInput, @Ctx() context: Context) {
    const given = { ...input, candidacyId: requiredId('Candidacy', input.candidacyId) };
    const outcome = await addNote(await context.work(), given);
    const { changed, userErrors } = await payloadOf(outcome, context, noteOf(context));
    return { note: changed, userErrors };
  }

  @Mutation(() => EditNotePayload, { description: 'Rewords a note; every wording before stays (modifier une note).' })
  async editNote(
    @Arg('input', () => EditNoteInput, { description: 'The words.' }) input: EditNoteInput,
    @Ctx() context: Context,
  ) {
    const outcome = await editNote(await context.work(), { ...input, noteId: requiredId('Note', input.noteId) });
    const { changed, userErrors } = await payloadOf(outcome, context, noteOf(context));
    return { note: changed, userErrors };
  }

  @Mutation(() => RemoveNotePayload, {
    description: 'Removes a note: its trace stays, its words answer no more (retirer une note).',
  })
  async removeNote(
    @Arg('input', () => RemoveNoteInput, { description: 'Which.' }) input: RemoveNoteInput,
    @Ctx() context: Context,
  ) {
    const outcome = await removeNote(await context.work(), { ...input, noteId: requiredId('Note', input.noteId) });
    const { changed, userErrors } = await payloadOf(outcome, context, noteOf(context));
    return { note: changed, userErrors };
  }
}
