import { candidate, fieldsOf } from '../permissions/permission.ts';

export const choicePermissions = {
  ...fieldsOf('Choice', candidate, [
    'id',
    'school',
    'specialisms',
    'preferenceRank',
    'outcome',
    'noticeVersion',
    'objections',
    'state',
    'stateWords',
    'stateSince',
    'timeline',
  ]),
  ...fieldsOf('TimelineEntry', candidate, ['kind', 'at', 'words']),
};
