import { expect, test } from '@jest/globals';
import { buildSchema, isObjectType, type OperationDefinitionNode, parse } from 'graphql';
import { executingGateway } from '../executor.ts';

const schema = buildSchema('type Query { dossier: String other: String }');
const type = schema.getQueryType();
if (!isObjectType(type)) throw new Error('Query is no type');
const { dossier, other } = type.getFields();
if (dossier) dossier.resolve = () => 'read';

/** A query of both fields, one of which may fail, and whose transaction may not end well. */
async function asked({ otherFails, endFails }: { readonly otherFails: boolean; readonly endFails: boolean }) {
  if (other)
    other.resolve = () => {
      if (otherFails) throw new Error('a statement failed');
      return 'too';
    };
  const bound = {
    traceId: 't',
    beginOperation: () => {},
    finish: async () => {
      if (endFails) throw new Error('nothing of it stands');
    },
  };
  const document = parse('{ dossier other }');
  const { executor } = await executingGateway(schema, () => {}).load({ apollo: {} });
  if (!executor) throw new Error('There is no executor');
  const [operation] = document.definitions as [OperationDefinitionNode];
  const { data, errors = [] } = await executor({ document, operation, request: {}, context: { bound } } as never);
  return { data: data && { ...data }, errors: errors.length };
}

test('what was read is shown only when its transaction, and the trace in it, stands: an error beside it changes nothing', async () => {
  expect(await asked({ otherFails: false, endFails: false })).toEqual({ data: { dossier: 'read', other: 'too' }, errors: 0 });
  expect(await asked({ otherFails: true, endFails: false })).toEqual({ data: { dossier: 'read', other: null }, errors: 1 });
  expect(await asked({ otherFails: false, endFails: true })).toEqual({ data: null, errors: 1 });
  expect(await asked({ otherFails: true, endFails: true })).toEqual({ data: null, errors: 1 });
});
