import { allow, fieldsOf } from '../permissions/permission.ts';

export const noticePermissions = {
  ...fieldsOf('Notice', allow, [
    'id',
    'school',
    'version',
    'digest',
    'frozenAt',
    'reason',
    'seats',
    'requiredEcts',
    'specialismsPerChoice',
    'specialisms',
    'intake',
    'articles',
  ]),
  ...fieldsOf('IntakeEntry', allow, ['route', 'seats', 'bySpecialism']),
  ...fieldsOf('SpecialismSeats', allow, ['code', 'seats']),
  ...fieldsOf('NoticeArticle', allow, ['article', 'rule']),
};
