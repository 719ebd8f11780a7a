/** Least contrast of a text of normal size against its ground, as a ratio (WCAG 2.2, success criterion 1.4.3). */
export const leastContrast = 4.5;

/** Contrast of a colour `#rrggbb` against white, a ratio from 1 to 21 (WCAG 2.2, relative luminance). */
export function contrastOnWhite(colour: string): number {
  return 1.05 / (luminance(channels(colour)) + 0.05);
}

/** The same hue, darkened as little as reaches 4.5:1 on white (WCAG 2.2, success criterion 1.4.3). */
export function nearestReadable(colour: string): string {
  for (let step = 255; step > 0; step -= 1) {
    const darker = hexadecimal(channels(colour).map((channel) => Math.round((channel * step) / 255)));
    if (contrastOnWhite(darker) >= leastContrast) return darker;
  }
  return '#000000';
}

/** Why a colour is refused, with the nearest that can be read and the ratio of the one refused. */
export interface ColourFault {
  readonly reason: 'COLOUR_NOT_VALID' | 'CONTRAST_TOO_LOW';
  readonly path: readonly string[];
  readonly nearest?: string;
  readonly contrast?: number;
}

/** A colour is written `#rrggbb` in lower case and reaches 4.5:1 on white (WCAG 2.2, success criterion 1.4.3). */
export function faultsOfColour(colour: string, path: readonly string[]): ColourFault[] {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return [{ reason: 'COLOUR_NOT_VALID', path }];
  const ratio = contrastOnWhite(colour);
  if (ratio >= leastContrast) return [];
  // Cut, never rounded up: 4.49 must not read 4.5.
  return [{ reason: 'CONTRAST_TOO_LOW', path, contrast: Math.floor(ratio * 100) / 100, nearest: nearestReadable(colour) }];
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));

const hexadecimal = (rgb: readonly number[]) => `#${rgb.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
