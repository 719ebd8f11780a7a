/** What an answer cost: 1 per object in it, and the weight of its weighty fields; null costs the same for whatever cause. */
export const actualCost = (data: unknown, weightOfKey: ReadonlyMap<string, number>): number => {
  if (Array.isArray(data)) return data.reduce((sum: number, each: unknown) => sum + actualCost(each, weightOfKey), 0);
  if (typeof data !== 'object' || data === null) return 0;
  return Object.entries(data).reduce(
    (sum, [key, value]) => sum + (weightOfKey.get(key) ?? 0) + actualCost(value, weightOfKey),
    1,
  );
};
