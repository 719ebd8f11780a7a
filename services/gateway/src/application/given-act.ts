import { decodeId } from '../connection/node-id.ts';
import { requiredId } from '../node/required-id.ts';

/** Input without what was left out: absent leaves, null empties. */
type Given<T> = { [Name in keyof T]: Exclude<T[Name], undefined> };

/** An input as a use-case takes it: plain, with the uuids behind its ids. An id of nothing answers as an unknown one does. */
export function givenAct<Input extends { readonly applicationId: string }>(input: Input): Given<Input> {
  const plain = JSON.parse(JSON.stringify(input)) as Given<Input>;
  return { ...plain, applicationId: requiredId('Application', input.applicationId) };
}

/** The uuid behind an id, or one that names nothing: the rule says where in the input it stands. */
export const idOrNobody = (type: string, id: string): string => decodeId(type, id) ?? '00000000-0000-4000-8000-000000000000';
