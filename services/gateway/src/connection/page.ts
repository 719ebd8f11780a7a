import type { Connection, Edge } from './connection.type.ts';
import { cursorOf, type Position } from './keyset.ts';
import type { PageWindow } from './page-arguments.ts';

/** How a list makes a page of its rows. */
export interface PageMaking<Row, Node> {
  readonly page: PageWindow;
  readonly digest: string;
  readonly positionOf: (row: Row) => Position;
  readonly nodeOf: (row: Row) => Node | null;
  readonly totalCount?: number | null;
}

/** How many rows to read for a page: one more than asked for tells whether others follow. */
export const rowsToRead = (page: PageWindow): number => page.size + 1;

/** A row of a page; its cursor is made for whoever asks. */
class PageEdge<Row, Node> implements Edge<Node> {
  readonly node: Node | null;
  readonly #row: Row;
  readonly #making: PageMaking<Row, Node>;

  constructor(row: Row, making: PageMaking<Row, Node>) {
    this.node = making.nodeOf(row);
    this.#row = row;
    this.#making = making;
  }

  get cursor(): string {
    return cursorOf(this.#making.positionOf(this.#row), this.#making.digest);
  }
}

/** The page of rows read in the page's own direction, `rowsToRead` of them at most; a backward page is turned round here. */
export const connectionFrom = <Row, Node>(rows: readonly Row[], making: PageMaking<Row, Node>): Connection<Node> => {
  const { page } = making;
  const read = rows.slice(0, page.size);
  const ordered = page.isBackward ? read.toReversed() : read;
  const edges = ordered.map((row) => new PageEdge(row, making));
  const othersFollow = rows.length > page.size;
  const pageInfo = {
    hasNextPage: page.isBackward ? page.cursor !== null : othersFollow,
    hasPreviousPage: page.isBackward ? othersFollow : page.cursor !== null,
    get startCursor() {
      return edges[0]?.cursor ?? null;
    },
    get endCursor() {
      return edges.at(-1)?.cursor ?? null;
    },
  };
  return { edges, pageInfo, totalCount: making.totalCount ?? null };
};
