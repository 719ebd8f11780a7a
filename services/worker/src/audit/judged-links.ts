import { beforeFirst, digestOf, type Link, type TrailEntry } from './link.ts';

/** A link with the entry it seals; null when that is not there any more. */
export interface FoundLink extends Link {
  readonly entry: TrailEntry | null;
}

/**
 * What is wrong with a chain. CHANGED: the entry is not what was sealed. MISSING: sealed, and no longer there. GAP: links are missing before
 * this one. LINK_ALTERED: the entry is what it was, its link is not. UNSEALED: no link, a minute after it was written. CUT: the chain ends
 * before a head kept elsewhere. REWRITTEN: it goes on through another digest than the one kept.
 */
export type TrailFaultKind = 'CHANGED' | 'MISSING' | 'GAP' | 'LINK_ALTERED' | 'UNSEALED' | 'CUT' | 'REWRITTEN';

/** One fault, with the number of the link and the entry, as far as they are known. */
export interface LinkFault {
  readonly kind: TrailFaultKind;
  readonly number: number | null;
  readonly auditId: string | null;
}

interface Suspect {
  readonly link: FoundLink;
  /** What the link would be if only its own digest had been altered. */
  readonly wanted: string;
}

/** Judges the links of one chain in turn, however many pieces they come in. */
export class ChainJudge {
  readonly faults: LinkFault[] = [];
  #last = { number: 0, digest: beforeFirst };
  #suspect: Suspect | null = null;

  /** The newest link seen. */
  get head(): { readonly number: number; readonly digest: string } {
    return this.#last;
  }

  /** Takes the next link. */
  take(link: FoundLink): void {
    const { number, digest, entry } = link;
    if (number !== this.#last.number + 1) this.#pastGap(link);
    else if (entry === null) this.#withoutEntry(link);
    else this.#judge(link, entry);
    this.#last = { number, digest };
  }

  /** After the last link: what is still suspect is not made good any more. */
  end(): void {
    this.#condemn('CHANGED');
  }

  // What came before is not there, so this digest cannot be computed: the gap itself is the fault.
  #pastGap(link: FoundLink) {
    this.#condemn('CHANGED');
    this.#fault('GAP', link);
    if (link.entry === null) this.#fault('MISSING', link);
  }

  #withoutEntry(link: FoundLink) {
    this.#condemn('CHANGED');
    this.#fault('MISSING', link);
  }

  // A link that does not fit accuses its entry, unless the next link was made from what it should be.
  #judge(link: FoundLink, entry: TrailEntry) {
    const fits = (previous: string) => digestOf(previous, link, entry) === link.digest;
    if (this.#suspect !== null && fits(this.#suspect.wanted)) return this.#condemn('LINK_ALTERED');
    this.#condemn('CHANGED');
    if (!fits(this.#last.digest)) this.#suspect = { link, wanted: digestOf(this.#last.digest, link, entry) };
  }

  #condemn(kind: TrailFaultKind) {
    if (this.#suspect !== null) this.#fault(kind, this.#suspect.link);
    this.#suspect = null;
  }

  #fault(kind: TrailFaultKind, { number, auditId }: Link) {
    this.faults.push({ kind, number, auditId });
  }
}
