import { candidate, fieldsOf } from '../permissions/permission.ts';
import { payloadPermissions } from './application-payload.type.ts';

const acts = [
  'createApplication',
  'saveIdentity',
  'saveContact',
  'saveStudies',
  'saveQualification',
  'saveAnswers',
  'saveArrangements',
  'chooseExamCentre',
  'chooseSchools',
  'submitApplication',
  'recallApplication',
  'withdrawChoices',
] as const;

const payloadOf = (act: string) => act.charAt(0).toUpperCase() + act.slice(1);

export const applicationPermissions = {
  ...fieldsOf('Mutation', candidate, acts),
  ...Object.assign({}, ...acts.map((act) => payloadPermissions(payloadOf(act)))),
  ...fieldsOf('Application', candidate, [
    'id',
    'reference',
    'campaign',
    'state',
    'version',
    'isBeingRevised',
    'submission',
    'submittedAt',
    'identity',
    'contact',
    'studies',
    'qualification',
    'answers',
    'arrangements',
    'examCentre',
    'choices',
    'sections',
    'missing',
    'availableActions',
  ]),
  ...fieldsOf('SubmissionReview', candidate, ['statement', 'statementDigest']),
  ...fieldsOf('SpecialArrangements', candidate, ['needs', 'text']),
  ...fieldsOf('Section', candidate, ['name', 'status']),
  ...fieldsOf('MissingItem', candidate, ['section', 'path', 'code', 'message']),
};
