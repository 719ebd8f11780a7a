import { MaxLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { ActInput } from '../user-error/act-input.ts';
import { UserErrorType } from '../user-error/user-error.type.ts';
import { NoteType } from './note.type.ts';

// Beyond any rule: what is longer is no note at all.
const longest = 20_000;

@InputType({ description: 'A note to write about a candidacy (ajouter une note).' })
export class AddNoteInput extends ActInput {
  @Field(() => ID, { description: 'About which candidacy.' })
  @MaxLength(200)
  readonly candidacyId!: string;

  @Field(() => String, { description: 'Plain text, at most 4,000 characters.' })
  @MaxLength(longest)
  readonly text!: string;
}

@InputType({ description: 'Other words for a note (modifier une note).' })
export class EditNoteInput extends ActInput {
  @Field(() => ID, { description: 'Which note.' })
  @MaxLength(200)
  readonly noteId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody reworded it meanwhile.' })
  readonly expectedVersion!: number;

  @Field(() => String, { description: 'Plain text, at most 4,000 characters.' })
  @MaxLength(longest)
  readonly text!: string;
}

@InputType({ description: 'A note to remove; its trace stays, its words answer no more (retirer une note).' })
export class RemoveNoteInput extends ActInput {
  @Field(() => ID, { description: 'Which note.' })
  @MaxLength(200)
  readonly noteId!: string;

  @Field(() => Int, { description: 'The version read; another means that somebody reworded it meanwhile.' })
  readonly expectedVersion!: number;
}

const objections = 'Every objection; empty on success.';

@ObjectType('AddNotePayload', { description: 'What writing a note answers.', simpleResolvers: true })
export class AddNotePayload {
  @Field(() => NoteType, { nullable: true, description: 'The note. Null when refused.' })
  readonly note!: NoteType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('EditNotePayload', { description: 'What rewording a note answers.', simpleResolvers: true })
export class EditNotePayload {
  @Field(() => NoteType, { nullable: true, description: 'The note. Null when refused.' })
  readonly note!: NoteType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}

@ObjectType('RemoveNotePayload', { description: 'What removing a note answers.', simpleResolvers: true })
export class RemoveNotePayload {
  @Field(() => NoteType, { nullable: true, description: 'What is left of the note. Null when refused.' })
  readonly note!: NoteType | null;

  @Field(() => [UserErrorType], { description: objections })
  readonly userErrors!: readonly UserErrorType[];
}
