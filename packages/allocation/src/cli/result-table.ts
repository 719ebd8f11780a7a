import { isRecord } from '../market/read-programme.ts';
import type { Answer } from './fixture-answer.ts';

/** A readable table per part of an answer, for a terminal. */
export function tableOf(answer: Answer): string {
  return `${Object.entries(answer)
    .map(([part, value]) => section(part, value))
    .join('\n')}`;
}

function section(title: string, value: unknown): string {
  if (Array.isArray(value) && value.length > 0 && value.every(isRecord))
    return value
      .map(
        (entry, index) =>
          `${title} ${index + 1}\n${Object.entries(entry)
            .map(([key, part]) => indented(section(key, part)))
            .join('')}`,
      )
      .join('\n');
  if (!isRecord(value)) return `${title}: ${cell(value)}\n`;
  return `${title}\n${indented(rows(Object.entries(value).map(([key, part]) => [cell(key), ...cells(part)])))}`;
}

const cells = (value: unknown): readonly string[] =>
  isRecord(value) ? Object.entries(value).map(([key, part]) => `${key} ${cell(part)}`) : [cell(value)];

/** Texts as they are; a text that could spoil a table is quoted. */
function cell(value: unknown): string {
  if (value === null) return '–';
  if (typeof value === 'string')
    return /^[\p{L}\p{N}\p{P}\p{S}]([\p{L}\p{N}\p{P}\p{S} ]*[\p{L}\p{N}\p{P}\p{S}])?$/u.test(value)
      ? value
      : JSON.stringify(value);
  if (Array.isArray(value))
    return value.map((entry) => (isRecord(entry) ? cells(entry).join(' ') : cell(entry))).join(', ') || '–';
  return isRecord(value) ? cells(value).join(', ') || '–' : String(value);
}

function rows(lines: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const line of lines)
    for (const [column, text] of line.entries()) widths[column] = Math.max(widths[column] ?? 0, [...text].length);
  return lines
    .map(
      (line) =>
        `${line
          .map((text, column) => text + ' '.repeat((widths[column] as number) - [...text].length))
          .join('  ')
          .trimEnd()}\n`,
    )
    .join('');
}

const indented = (text: string) => text.replaceAll(/^(?=.)/gm, '  ');
