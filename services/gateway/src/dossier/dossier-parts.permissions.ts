import { allow, fieldsOf } from '../permissions/permission.ts';

/** The parts of a dossier, the same for its candidate and for whoever reads the copy; whoever reached the part may read it. */
export const dossierPartsPermissions = {
  ...fieldsOf('Identity', allow, ['lastName', 'firstNames', 'birthDate', 'nationality', 'ine']),
  ...fieldsOf('Contact', allow, ['telephone', 'addressLine1', 'addressLine2', 'postcode', 'city', 'country']),
  ...fieldsOf('StudyYear', allow, [
    'institutionUai',
    'institution',
    'institutionName',
    'country',
    'diploma',
    'level',
    'mentionCode',
    'specialismTitle',
    'ects',
    'year',
    'status',
    'results',
  ]),
  ...fieldsOf('Qualification', allow, ['kind', 'mentionCode', 'title']),
  ...fieldsOf('Question', allow, ['code', 'name']),
  ...fieldsOf('Answer', allow, ['question', 'text']),
};
