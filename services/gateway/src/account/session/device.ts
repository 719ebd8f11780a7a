/** First match wins: browsers claim to be one another, each its own name before those it imitates. */
const browsers: readonly (readonly [string, RegExp])[] = [
  ['Edge', /\bEdgA?(?:iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(?:Firefox|FxiOS)\//],
  ['Chrome', /\b(?:Chrome|CriOS)\//],
  ['Safari', /\bSafari\//],
];
const systems: readonly (readonly [string, RegExp])[] = [
  ['iPhone', /\biPhone\b/],
  ['iPad', /\biPad\b/],
  ['Android', /\bAndroid\b/],
  ['Windows', /\bWindows\b/],
  ['ChromeOS', /\bCrOS\b/],
  ['macOS', /\bMac OS X\b/],
  ['Linux', /\bLinux\b/],
];

/** What a person knows a device by: the browser and the system in two names, nothing finer; null when neither is known. */
export function deviceOf(userAgent: string | undefined): string | null {
  const read = (userAgent ?? '').slice(0, 512);
  const named = [browsers, systems].flatMap((names) => names.find(([, sign]) => sign.test(read))?.[0] ?? []);
  return named.length === 0 ? null : named.join(', ');
}
