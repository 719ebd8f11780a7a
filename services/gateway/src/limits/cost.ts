import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLIncludeDirective,
  type GraphQLNamedType,
  type GraphQLSchema,
  GraphQLSkipDirective,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { rowsOf } from './rows/rows-of.ts';

/** Weights beside 1 per object and 0 per scalar. */
const weights: Readonly<Record<string, number>> = { totalCount: 10, explain: 50 };
const mutationWeight = 10;

/** The field that asks what is left; a document that asks nothing else spends nothing. */
const free = 'rateLimit';

/** What a document will cost, and which of its answers' keys weigh more than an object. */
export interface Cost {
  readonly requested: number;
  readonly weightOfKey: ReadonlyMap<string, number>;
}

/** The parts an operation's cost depends on. */
export interface Costed {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

// Within a connection, `edges` and `nodes` are paid once a row, the rest once.
interface Sum {
  readonly once: number;
  readonly perRow: number;
}

/** Static cost of an operation: 1 per object, 10 for a mutation or `totalCount`, times the rows asked for, through fragments. */
export const costOf = (costed: Costed): Cost => {
  const { schema, operation } = costed;
  const root = schema.getRootType(operation.operation);
  const walk = new CostWalk(costed);
  const { once, perRow } = walk.ofSet(operation.selectionSet, root ?? undefined);
  const requested = asksOnlyWhatIsFree(operation) ? 0 : 1 + once + perRow;
  return { requested, weightOfKey: walk.weightOfKey };
};

const asksOnlyWhatIsFree = ({ selectionSet }: OperationDefinitionNode): boolean =>
  selectionSet.selections.every((each) => each.kind === Kind.FIELD && each.name.value === free);

class CostWalk {
  readonly weightOfKey = new Map<string, number>();
  readonly #costed: Costed;
  readonly #fragments = new Map<string, FragmentDefinitionNode>();
  readonly #known = new Map<string, Sum>();

  constructor(costed: Costed) {
    this.#costed = costed;
    for (const each of costed.document.definitions) {
      if (each.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(each.name.value, each);
    }
  }

  ofSet(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined): Sum {
    let once = 0;
    let perRow = 0;
    for (const selection of set?.selections ?? []) {
      if (isLeftOut(selection, this.#costed.variables)) continue;
      const part = selection.kind === Kind.FIELD ? this.#ofField(selection, parent) : this.#ofFragment(selection, parent);
      once += part.once;
      perRow += part.perRow;
    }
    return { once, perRow };
  }

  #ofFragment(selection: Exclude<SelectionSetNode['selections'][number], FieldNode>, parent: GraphQLNamedType | undefined): Sum {
    if (selection.kind === Kind.INLINE_FRAGMENT) {
      const name = selection.typeCondition?.name.value;
      return this.ofSet(selection.selectionSet, name === undefined ? parent : this.#costed.schema.getType(name));
    }
    const name = selection.name.value;
    const fragment = this.#fragments.get(name);
    const known = this.#known.get(name);
    if (known !== undefined || fragment === undefined) return known ?? { once: 0, perRow: 0 };
    const sum = this.ofSet(fragment.selectionSet, this.#costed.schema.getType(fragment.typeCondition.name.value));
    this.#known.set(name, sum);
    return sum;
  }

  #ofField(field: FieldNode, parent: GraphQLNamedType | undefined): Sum {
    const name = field.name.value;
    const definition = isObjectType(parent) || isInterfaceType(parent) ? parent.getFields()[name] : undefined;
    if (parent === undefined || definition === undefined) return { once: 0, perRow: 0 };
    const type = getNamedType(definition.type);
    const below = this.ofSet(field.selectionSet, type);
    const own = (isCompositeType(type) ? 1 : 0) + this.#weighed(field, parent === this.#costed.schema.getMutationType());
    const rows = rowsOf({ field, definition, parent }, this.#costed.variables);
    const cost = isConnection(type) ? own + below.once + rows * below.perRow : (own + below.once + below.perRow) * rows;
    return isConnection(parent) && (name === 'edges' || name === 'nodes') ? { once: 0, perRow: cost } : { once: cost, perRow: 0 };
  }

  #weighed(field: FieldNode, isMutation: boolean): number {
    const weight = isMutation ? mutationWeight : (weights[field.name.value] ?? 0);
    if (weight > 0) this.weightOfKey.set(field.alias?.value ?? field.name.value, weight);
    return weight;
  }
}

/** What a variable leaves out is neither paid for nor judged: a page that nobody reads needs no size. */
const isLeftOut = (selection: SelectionNode, variables: Costed['variables']): boolean =>
  getDirectiveValues(GraphQLSkipDirective, selection, variables)?.['if'] === true ||
  getDirectiveValues(GraphQLIncludeDirective, selection, variables)?.['if'] === false;

const isConnection = (type: GraphQLNamedType | undefined): boolean => isObjectType(type) && type.name.endsWith('Connection');
