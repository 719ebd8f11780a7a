import { type CompiledQuery, type OperationNode, type QueryId, RawNode, ValueNode } from 'kysely';

/** What the library compiles. */
export type Root = CompiledQuery['query'];

/** How a statement becomes text and values. */
export type Compile = (node: Root, queryId: QueryId) => CompiledQuery;

/** Where a walk through the templates of a statement stands: what came before is its path. */
class Place {
  readonly #afterTemplate = new WeakMap<readonly string[], Place>();
  #afterValue: Place | null = null;
  /** The statement that ends here. */
  text: string | null = null;

  afterTemplate(template: readonly string[]): Place {
    const known = this.#afterTemplate.get(template);
    if (known !== undefined) return known;
    const place = new Place();
    this.#afterTemplate.set(template, place);
    return place;
  }

  afterValue(): Place {
    this.#afterValue ??= new Place();
    return this.#afterValue;
  }
}

/**
 * The text of a statement is put together once for the same templates in the same order: JavaScript hands a template of the source over as one
 * array, however often it runs. Values are no part of the text. Whatever holds more than templates and values is compiled as ever.
 */
export function keepingTexts(compile: Compile): Compile {
  const start = new Place();
  return (node, queryId) => {
    const parameters: unknown[] = [];
    const end = walked(node, start, parameters);
    if (end === null) return compile(node, queryId);
    if (end.text !== null) return { query: node, queryId, sql: end.text, parameters };
    const compiled = compile(node, queryId);
    end.text = compiled.sql;
    return compiled;
  };
}

/** The place behind a node, its values added in the order of their numbers; null behind anything but templates and values. */
function walked(node: OperationNode, from: Place, values: unknown[]): Place | null {
  if (ValueNode.is(node)) {
    values.push(node.value);
    return node.immediate ? null : from.afterValue();
  }
  // An array made for one statement alone would never be seen again.
  if (!RawNode.is(node) || !('raw' in node.sqlFragments)) return null;
  let place: Place | null = from.afterTemplate(node.sqlFragments);
  for (const each of node.parameters) {
    if (place === null) return null;
    place = walked(each, place, values);
  }
  return place;
}
