import { mayOf, type SchoolFunction, type SchoolRight, schoolFunctions } from '@guichet/domain/account/school-function';
import { expect, test } from '@jest/globals';
import { mayTouch } from '../permissions/rule.ts';
import { permissions } from '../permissions.ts';

/** What a sentence promises, as fields of the contract. */
const fieldsOfRight: Readonly<Record<SchoolRight, readonly string[]>> = {
  MANAGE_PEOPLE: [
    'Mutation.inviteMember',
    'Mutation.revokeInvitation',
    'Mutation.setFunctions',
    'Mutation.removeMember',
    'SchoolDesk.invitations',
    'Mutation.createApiKey',
    'Mutation.rotateApiKey',
    'Mutation.revokeApiKey',
    'SchoolDesk.apiKeys',
  ],
  EDIT_NOTICE: ['Mutation.saveNotice', 'Mutation.freezeNotice', 'SchoolDesk.noticeDraft'],
  READ_LIST: ['Query.desk', 'SchoolDesk.candidacies'],
  OPEN_CANDIDACY: ['Mutation.openCandidacy'],
  WORK_QUEUE: ['Mutation.assignReaders', 'Mutation.unassignReaders', 'Mutation.addNote', 'Mutation.labelCandidacies'],
  READ_ASSIGNED: ['Query.reading', 'Mutation.openCandidacy'],
};

const everyChoice = Array.from({ length: 2 ** schoolFunctions.length - 1 }, (_, index) =>
  schoolFunctions.filter((_each, at) => ((index + 1) >> at) % 2 === 1),
);

/** Whether the permission table lets a member of these functions touch a field. */
function mayTouchField(functions: readonly SchoolFunction[], field: string): boolean {
  const permission = permissions[field as keyof typeof permissions];
  if (permission === undefined) throw new Error(`No field ${field}`);
  const hat = { kind: 'SCHOOL' as const, functions, scopes: [] };
  return mayTouch(permission, { accountId: crypto.randomUUID(), hat, missing: null }) === true;
}

test.each(everyChoice.map((functions) => [functions.join(' and '), functions] as const))(
  'what is said of %s is what the permission table grants, no more and no less',
  (_, functions) => {
    const held = mayOf(functions);
    const said = new Set([...held].flatMap((right) => fieldsOfRight[right]));
    const fields = [...new Set(Object.values(fieldsOfRight).flat())];
    expect(fields.filter((field) => mayTouchField(functions, field))).toEqual(fields.filter((field) => said.has(field)));
  },
);
