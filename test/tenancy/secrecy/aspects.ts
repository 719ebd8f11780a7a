const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const instant = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?\+00$/;

/** What an attacker looks at in a value: its order and its remainders, the bits at both ends of an id, the length of a text. */
export function aspectsOf(value: string): readonly (readonly [string, number])[] {
  if (uuid.test(value)) return idAspects(value.replaceAll('-', ''));
  if (/^[0-9a-f]{64}$/.test(value)) return idAspects(value);
  if (instant.test(value)) return numbered(microseconds(value));
  if (/^-?\d{1,15}$/.test(value)) return numbered(Number(value));
  return [['length', value.length]];
}

const numbered = (number: number): readonly (readonly [string, number])[] => [
  ['order', number],
  ['mod 5', number % 5],
  ['mod 1000', number % 1000],
];

function idAspects(digits: string): readonly (readonly [string, number])[] {
  const [high, low] = [Number.parseInt(digits.slice(0, 12), 16), Number.parseInt(digits.slice(-12), 16)];
  return [
    ['high bits', high],
    ['low bits', low],
    ['high mod 5', high % 5],
    ['low mod 5', low % 5],
    ['low mod 16', low % 16],
  ];
}

function microseconds(text: string): number {
  const at = Temporal.Instant.from(text.replace(' ', 'T').replace('+00', 'Z'));
  return Number(at.epochNanoseconds / 1000n);
}
