import { listSizes } from '@guichet/gateway/limits/rows/list-sizes';
import { bareSchema } from '@guichet/gateway/schema';
import { beforeAll, expect, test } from '@jest/globals';
import { type GraphQLSchema, getNamedType, getNullableType, isCompositeType, isListType, isObjectType } from 'graphql';

/** Lists that are judged as one row, each with what bounds it: a handful by its nature, or by what its own author may write. */
const few: Readonly<Record<string, string>> = {
  'Account.hats': 'one a school, and two',
  'Account.loginSessions': 'sessions that stand, each of one sign-in',
  'Account.memberships': 'one a school',
  'Application.answers': 'one a question of the campaign, 100 written at most',
  'Application.missing': 'one an answer that is asked for',
  'Application.sections': 'seven',
  'Application.studies': '100 written at most, five as a rule',
  'BrokenDossier.answers': 'as the dossier',
  'BrokenDossier.specialisms': 'as the choice',
  'BrokenDossier.studies': 'as the dossier',
  'Campaign.calendar': 'dates of one campaign',
  'CampaignSetup.deadlineMoves': 'one an act of the consortium',
  'Campaign.members': 'schools of one campaign; a page of campaigns asks for them all',
  'CampaignSetup.members': 'schools of one campaign',
  'CampaignSetup.preparing': 'schools of one campaign',
  'CampaignSetup.objections': 'rules there are',
  'Candidacy.labels': 'those of the school, 100 at most',
  'Candidacy.readers': 'the school’s readers, two or three as a rule',
  'Candidacy.specialisms': 'as the choice',
  'Choice.objections': 'rules there are',
  'Choice.specialisms': 'those of the school, 100 written at most',
  'ConsortiumDesk.administrators': 'people of the consortium',
  'Dossier.answers': 'as the draft',
  'Dossier.studies': 'as the draft',
  'FreeInstitution.suggestions': 'five',
  'IntakeEntry.bySpecialism': 'one a specialism of the school',
  'MemberSetup.checklist': 'rules there are',
  'Notice.intake': 'one a route',
  'Notice.specialisms': 'those of the school',
  'NoticeDraft.changes': 'parts of a notice',
  'NoticeDraft.intake': 'one a route',
  'NoticeDraft.objections': 'rules there are',
  'NoticeDraft.specialisms': 'those of the school',
  'ReaderProfile.specialisms': 'those of the school, 100 written at most',
  'Reading.specialisms': 'as the choice',
  'SchoolPreview.objections': 'rules there are',
  'SchoolPreview.specialisms': 'those of the school',
};

let schema: GraphQLSchema;
beforeAll(async () => {
  schema = await bareSchema();
});

/** `Type.field` of every list of objects that no page and no list of ids bounds; objections to an act are as many as its faults. */
const boundByNothing = (): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith('__') || type.name.endsWith('Connection')) return [];
    return Object.values(type.getFields()).flatMap(({ name, type: held, args }) => {
      const isList = isListType(getNullableType(held)) && isCompositeType(getNamedType(held));
      const isBound = args.some((argument) => isListType(getNullableType(argument.type)));
      return isList && !isBound && name !== 'userErrors' ? [`${type.name}.${name}`] : [];
    });
  });

test('every list that neither a page nor ids bound is judged by a size, or named here with what bounds it', () => {
  expect([...Object.keys(listSizes), ...Object.keys(few)].toSorted()).toEqual(boundByNothing().toSorted());
});
