import type { ApolloServerPlugin, GraphQLRequestContext } from '@apollo/server';
import { type GraphQLSchema, OperationTypeNode } from 'graphql';
import { Refused } from '../errors/refused.ts';
import type { Held } from '../http/executor.ts';
import { actualCost } from './actual-cost.ts';
import type { Budgets } from './budget.ts';
import { coercedVariables } from './coerced-variables.ts';
import { type Cost, costOf } from './cost.ts';
import { giveDepositBack, refusedCost } from './deposit.ts';
import { knownCost } from './known-cost.ts';
import type { Limits } from './limits.ts';
import { rateHeaders } from './rate-headers.ts';

/** What spending is judged by. */
export interface Purse {
  readonly schema: GraphQLSchema;
  readonly limits: Limits;
  readonly budgets: Budgets;
}

type Answering = GraphQLRequestContext<Held>;

/** Before execution: coerces the variables, refuses a document too dear or a budget spent; afterwards counts what was returned. A refused document keeps its deposit. */
export const spending = (purse: Purse): ApolloServerPlugin<Held> => ({
  requestDidStart: async () => {
    let cost: Cost | null = null;
    let isPaid = false;
    return {
      didResolveOperation: async (answering) => {
        cost = judged(answering, purse);
        giveDepositBack(purse.budgets, answering.contextValue.bound.budgetKey);
        isPaid = pay(cost, answering.contextValue.bound.budgetKey, purse);
      },
      willSendResponse: async (answering) => {
        if (cost === null) tell(answering, purse, { requested: refusedCost, actual: refusedCost });
        else account(answering, purse, { cost, isPaid });
      },
    };
  },
});

const judged = ({ request, operation, document }: Answering, { schema, limits }: Purse): Cost => {
  const isOurs = operation !== undefined && operation.operation !== OperationTypeNode.SUBSCRIPTION;
  if (!isOurs || document === undefined) throw new Refused('GRAPHQL_VALIDATION_FAILED');
  const variables = coercedVariables(schema, operation, request.variables ?? {});
  const cost = knownCost(operation, variables, () => costOf({ schema, document, operation, variables }));
  if (cost.requested > limits.cost) throw new Refused('GRAPHQL_VALIDATION_FAILED', { limit: 'COST' });
  return cost;
};

const pay = ({ requested }: Cost, key: string, { budgets }: Purse): true => {
  const taken = budgets.take(key, requested);
  if (!taken.isTaken) throw new Refused('THROTTLED', { retryAfter: taken.retryAfter });
  return true;
};

const account = (answering: Answering, purse: Purse, { cost, isPaid }: { cost: Cost; isPaid: boolean }): void => {
  const { response, contextValue } = answering;
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  const actual = isPaid && cost.requested > 0 ? Math.max(1, actualCost(result.data, cost.weightOfKey)) : 0;
  const key = contextValue.bound.budgetKey;
  if (isPaid) purse.budgets.giveBack(key, cost.requested - actual);
  tell(answering, purse, { requested: cost.requested, actual });
};

const tell = ({ response, contextValue }: Answering, purse: Purse, spent: { requested: number; actual: number }): void => {
  if (response.body?.kind !== 'single') return;
  const result = response.body.singleResult;
  const key = contextValue.bound.budgetKey;
  const balance = purse.budgets.balance(key);
  const { available } = balance;
  const { restoreRate } = purse.limits;
  result.extensions = { ...result.extensions, cost: { ...spent, available, restoreRate } };
  for (const [name, value] of Object.entries(rateHeaders(balance))) response.http?.headers.set(name, value);
};
