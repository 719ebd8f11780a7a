/** What an answer cost: 1 per object in it, and the weight of its weighty fields; null costs the same for whatever cause. */
export const actualCost = (data: unknown, weightOfKey: ReadonlyMap<string, number>): number => {
  if (typeof data !== 'object' || data === null) return 0;
  let sum = 0;
  if (Array.isArray(data)) {
    for (const each of data) sum += actualCost(each, weightOfKey);
    return sum;
  }
  // A page has a thousand of these: no list is made of an object's keys.
  for (const key in data)
    sum += (weightOfKey.size > 0 ? (weightOfKey.get(key) ?? 0) : 0) + actualCost((data as Fields)[key], weightOfKey);
  return 1 + sum;
};

type Fields = Readonly<Record<string, unknown>>;
