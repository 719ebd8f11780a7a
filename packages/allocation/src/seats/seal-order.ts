import type { Groups, Id, MinimumRate } from '../market/market.ts';
import { type Objections, object, type Refusal, refusalOf, within } from '../market/objections.ts';
import { readRates } from '../market/read-programme.ts';
import { isRecord, shapeless, textList } from '../market/read-shapes.ts';
import { callOrder } from './call-order.ts';

/** The call order of one ranking under minimum rates (R2), or every reason why there is none. */
export function sealedCallOrder(input: Readonly<Record<string, unknown>>): readonly Id[] | Refusal {
  const at: Objections = { found: [], steps: [] };
  const { ranking, groups = {}, minRates = [] } = input;
  if (!isRecord(groups)) shapeless(within(at, 'groups'), 'Groups are keyed by name.');
  else for (const [tag, members] of Object.entries(groups)) textList(members, within(at, 'groups', tag));
  const names = new Set(isRecord(groups) ? Object.keys(groups) : []);
  readRates(minRates, names, within(at, 'minRates'));
  if (textList(ranking, within(at, 'ranking'))) {
    const seen = new Set<Id>();
    for (const [index, id] of ranking.entries()) {
      if (seen.has(id)) object(within(at, 'ranking', index), 'duplicate-rank', 'The ranking names this candidate twice.');
      seen.add(id);
    }
  }
  return refusalOf(at.found) ?? callOrder(ranking as readonly Id[], minRates as readonly MinimumRate[], groups as Groups);
}
