/** The same order for the same seed (Fisher and Yates, mulberry32). */
export function shuffle(list, seed) {
  const turned = [...list];
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  for (let last = turned.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [turned[last], turned[other]] = [turned[other], turned[last]];
  }
  return turned;
}
