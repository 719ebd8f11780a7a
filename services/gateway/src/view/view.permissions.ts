import { allow, eitherOf, fieldsOf, keyWith, schoolQueue } from '../permissions/permission.ts';

/** Whoever sees the queue keeps views of it; who may make the school's is the rule's to say, since it depends on the view. */
export const viewPermissions = {
  ...fieldsOf('SchoolDesk', eitherOf(schoolQueue, keyWith('VIEWS_READ')), ['views']),
  ...fieldsOf('View', allow, ['id', 'name', 'isShared', 'filter', 'orderBy', 'columns', 'count', 'absentIds', 'version']),
  ...fieldsOf('ViewFilter', allow, [
    'states',
    'specialismIds',
    'institutionIds',
    'countries',
    'receivedAfter',
    'receivedBefore',
    'isUnopened',
    'labelIds',
    'readerId',
    'isUnassigned',
    'search',
  ]),
  ...fieldsOf('Mutation', schoolQueue, ['saveView', 'changeView', 'deleteView']),
  ...fieldsOf('SaveViewPayload', allow, ['view', 'userErrors']),
  ...fieldsOf('ChangeViewPayload', allow, ['view', 'userErrors']),
  ...fieldsOf('DeleteViewPayload', allow, ['deletedViewId', 'userErrors']),
};
