import type { TreeCopy } from '../../mutants/tree-copy.ts';
import { brokenPromises } from '../judged/expectations.ts';
import { tried } from '../judged/trial.ts';
import type { Site } from '../site/site.ts';
import { startableCopy } from './broken-tree.ts';
import type { Variant } from './variant.ts';

/** What the harness said of a broken variant. */
export interface Verdict {
  readonly name: string;
  /** The promises it was seen to break; empty when it went unnoticed. */
  readonly broken: readonly string[];
  /** Set when it could not even be tried, which notices nothing. */
  readonly trouble: string | null;
  readonly seconds: number;
}

/** A slow machine alone must not look like a broken platform. */
const patience = 4;

/** Serves each variant in turn at the site and breaks it in the way that must show it; the site is good for nothing else afterwards. */
export async function tryVariants(
  site: Site,
  variants: readonly Variant[],
  tell: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const copy = startableCopy();
  const verdicts: Verdict[] = [];
  try {
    for (const variant of variants) {
      const began = performance.now();
      const shownBy = await shown(site, variant, copy).catch((error: unknown) => String(error));
      const trouble = typeof shownBy === 'string' ? shownBy : null;
      const broken = typeof shownBy === 'string' ? [] : shownBy;
      const verdict = { name: variant.name, broken, trouble, seconds: (performance.now() - began) / 1000 };
      verdicts.push(verdict);
      tell(verdict);
    }
  } finally {
    copy.remove();
  }
  return verdicts;
}

/** A server is broken once the platform serves: production would not have started on some. */
async function shown(site: Site, { how, shownBy }: Variant, copy: TreeCopy): Promise<readonly string[]> {
  const mend = how.kind === 'code' ? copy.break(how) : null;
  let takeBack = async () => mend?.();
  try {
    await site.startAll(how.kind === 'code' ? copy.folder : undefined);
    if (how.kind === 'server') takeBack = await onServer(site, how);
    return brokenPromises(await tried(site, shownBy), patience);
  } finally {
    await takeBack();
  }
}

async function onServer(
  site: Site,
  { statements, undo }: { readonly statements: readonly string[]; readonly undo: readonly string[] },
): Promise<() => Promise<void>> {
  for (const statement of statements) await (await site.administrator()).query(statement);
  return async () => {
    for (const statement of undo) await (await site.administrator()).query(statement);
  };
}
