/**
 * What a document was answered with, and the processor time in milliseconds that this process spent on it: the lower quartile of many
 * tries, for what neighbours on the machine and the collector of rubbish add is not the document's.
 */
export interface Weighed {
  readonly name: string;
  readonly status: number;
  readonly isRefused: boolean;
  readonly milliseconds: number;
}

interface Answered {
  readonly statusCode: number;
  readonly body: string;
}

/** Sends each request in turn, again and again, so that no one pays for what the others left behind; the first rounds only warm up. */
export async function weigh<Sent extends { readonly name: string }>(
  sent: readonly Sent[],
  send: (one: Sent) => Promise<Answered>,
  { warm = 8, rounds = 21 }: { readonly warm?: number; readonly rounds?: number } = {},
): Promise<readonly Weighed[]> {
  const spent = new Map<string, number[]>(sent.map(({ name }) => [name, []]));
  const last = new Map<string, Answered>();
  for (let round = 0; round < warm + rounds; round += 1) {
    for (const one of sent) {
      const before = process.cpuUsage();
      last.set(one.name, await send(one));
      const { user, system } = process.cpuUsage(before);
      if (round >= warm) spent.get(one.name)?.push((user + system) / 1000);
    }
  }
  return sent.map(({ name }) => {
    const { statusCode = 0, body = '{}' } = last.get(name) ?? {};
    const { data, errors = [] } = JSON.parse(body) as { data?: unknown; errors?: readonly unknown[] };
    const isRefused = data === undefined && errors.length > 0;
    return { name, status: statusCode, isRefused, milliseconds: quantileOf(spent.get(name) ?? [], 0.25) };
  });
}

export function quantileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

export const medianOf = (values: readonly number[]): number => quantileOf(values, 0.5);

/** A table of what was weighed, the dearest first, for whoever reads the run. */
export const tableOf = (weighed: readonly Weighed[]): string =>
  weighed
    .toSorted((left, right) => right.milliseconds - left.milliseconds)
    .map(({ name, status, milliseconds }) => `${milliseconds.toFixed(2).padStart(7)} ms  ${status}  ${name}`)
    .join('\n');
