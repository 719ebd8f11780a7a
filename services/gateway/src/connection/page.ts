import type { Connection, Edge } from './connection.type.ts';
import { cursorOf, type Position } from './keyset.ts';
import type { PageWindow } from './page-arguments.ts';
import type { PageInfo } from './page-info.type.ts';

/** How a list makes a page of its rows. */
export interface PageMaking<Row, Node> {
  readonly page: PageWindow;
  /** What a cursor carries; a function where it is made for few. */
  readonly digest: string | (() => string);
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
    const { positionOf, digest } = this.#making;
    return cursorOf(positionOf(this.#row), typeof digest === 'string' ? digest : digest());
  }
}

/** Where a page stands. A class, as its edges are: what is found when asked for costs nothing to make here, and much in a literal. */
class PageEnds implements PageInfo {
  readonly hasNextPage: boolean;
  readonly hasPreviousPage: boolean;
  readonly #edges: readonly Edge<unknown>[];

  constructor(edges: readonly Edge<unknown>[], { isBackward, cursor }: PageWindow, othersFollow: boolean) {
    this.hasNextPage = isBackward ? cursor !== null : othersFollow;
    this.hasPreviousPage = isBackward ? othersFollow : cursor !== null;
    this.#edges = edges;
  }

  get startCursor(): string | null {
    return this.#edges[0]?.cursor ?? null;
  }

  get endCursor(): string | null {
    return this.#edges.at(-1)?.cursor ?? null;
  }
}

/** The page of rows read in the page's own direction, `rowsToRead` of them at most; a backward page is turned round here. */
export const connectionFrom = <Row, Node>(rows: readonly Row[], making: PageMaking<Row, Node>): Connection<Node> => {
  const { page } = making;
  const read = rows.slice(0, page.size);
  const ordered = page.isBackward ? read.toReversed() : read;
  const edges = ordered.map((row) => new PageEdge(row, making));
  const pageInfo = new PageEnds(edges, page, rows.length > page.size);
  return { edges, pageInfo, totalCount: making.totalCount ?? null };
};
