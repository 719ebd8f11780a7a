import { bareSchema } from '@guichet/gateway/schema';
import { isObjectType } from 'graphql';
import type { Findings } from './findings.ts';

/** Fields that answer nothing to anybody, each with its reason. */
export const answeredToNobody: Readonly<Record<string, string>> = {
  'DeadlinePassed.path': 'a deadline is the whole act’s, not a field’s',
};

/** Every field an answer may hold, as `Type.field`, and every mutation. */
export async function fieldsAndMutations(): Promise<{
  readonly fields: readonly string[];
  readonly mutations: readonly string[];
}> {
  const schema = await bareSchema();
  const fieldsOf = (name: string) => {
    const type = schema.getType(name);
    return isObjectType(type) ? Object.keys(type.getFields()) : [];
  };
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !/^(?:__|(?:Query|Mutation)$)/.test(name));
  return {
    fields: types.flatMap(({ name }) => fieldsOf(name).map((field) => `${name}.${field}`)),
    mutations: fieldsOf('Mutation'),
  };
}

/** Fields that nobody was ever answered: there, a leak would not show either. */
export async function neverAnswered({ answered }: Findings): Promise<readonly string[]> {
  const { fields } = await fieldsAndMutations();
  return fields.filter((field) => !answered.has(field));
}

/** Whether a reason is told why nobody is answered a field. */
export const isExcused = (field: string): boolean => field in answeredToNobody;

/** Mutations that never did what they are for: there, nothing could have moved. */
export async function neverSucceeded({ succeeded }: Findings): Promise<readonly string[]> {
  const { mutations } = await fieldsAndMutations();
  return mutations.filter((mutation) => !succeeded.has(mutation));
}
