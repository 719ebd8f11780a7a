import { allow, eitherOf, fieldsOf, keyWith, schoolOfficer, schoolQueue } from '../permissions/permission.ts';

/** Whoever sees the queue sees its labels; whoever works it puts them. A reader of what is assigned sees none. */
export const labelPermissions = {
  ...fieldsOf('SchoolDesk', eitherOf(schoolQueue, keyWith('LABELS_READ')), ['labels']),
  ...fieldsOf('Candidacy', eitherOf(schoolQueue, keyWith('LABELS_READ')), ['labels']),
  ...fieldsOf('Label', allow, ['id', 'name', 'colour', 'version']),
  ...fieldsOf('Mutation', schoolOfficer, ['createLabel', 'changeLabel', 'deleteLabel']),
  ...fieldsOf('Mutation', eitherOf(schoolOfficer, keyWith('LABELS_WRITE')), ['labelCandidacy', 'unlabelCandidacy']),
  ...fieldsOf('CreateLabelPayload', allow, ['label', 'userErrors']),
  ...fieldsOf('ChangeLabelPayload', allow, ['label', 'userErrors']),
  ...fieldsOf('DeleteLabelPayload', allow, ['deletedLabelId', 'userErrors']),
  ...fieldsOf('LabelCandidacyPayload', allow, ['candidacy', 'userErrors']),
  ...fieldsOf('UnlabelCandidacyPayload', allow, ['candidacy', 'userErrors']),
};
