import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, eitherOf, fieldsOf, keyWith, schoolOfficer } from '../permissions/permission.ts';

/** Notes tell of what a dossier says: who opens none, as an observer, reads none; nor does a reader of what is assigned. */
export const notePermissions = {
  ...fieldsOf('Candidacy', eitherOf(schoolOfficer, keyWith('NOTES_READ')), ['notes']),
  ...fieldsOf('Note', allow, ['id', 'text', 'author', 'writtenAt', 'editedAt', 'removedAt', 'removedBy', 'version', 'versions']),
  ...fieldsOf('NoteVersion', allow, ['number', 'text', 'author', 'at']),
  ...connectionPermissions('Note'),
  ...fieldsOf('Mutation', eitherOf(schoolOfficer, keyWith('NOTES_WRITE')), ['addNote']),
  ...fieldsOf('Mutation', schoolOfficer, ['editNote', 'removeNote']),
  ...fieldsOf('AddNotePayload', allow, ['note', 'userErrors']),
  ...fieldsOf('EditNotePayload', allow, ['note', 'userErrors']),
  ...fieldsOf('RemoveNotePayload', allow, ['note', 'userErrors']),
};
