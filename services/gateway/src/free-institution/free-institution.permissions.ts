import { connectionPermissions } from '../connection/connection.type.ts';
import { allow, consortium, fieldsOf } from '../permissions/permission.ts';

const acts = ['mergeFreeInstitution', 'dismissFreeInstitution', 'addInstitution'] as const;
const payloads = ['MergeFreeInstitution', 'DismissFreeInstitution', 'AddInstitution'] as const;

export const freeInstitutionPermissions = {
  ...fieldsOf('ConsortiumDesk', consortium, ['freeInstitutions']),
  ...fieldsOf('FreeInstitution', allow, [
    'id',
    'name',
    'country',
    'state',
    'candidateCount',
    'firstSeenAt',
    'institution',
    'suggestions',
  ]),
  ...fieldsOf('InstitutionSuggestion', allow, ['institution', 'likenessPercent']),
  ...fieldsOf('Mutation', consortium, acts),
  ...Object.assign({}, ...payloads.map((act) => fieldsOf(`${act}Payload`, allow, ['freeInstitution', 'userErrors']))),
  ...connectionPermissions('FreeInstitution'),
};
