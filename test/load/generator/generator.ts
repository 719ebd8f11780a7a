import { type Shot, type VolleyOrder, volley } from './volley.ts';

/** The load generator in a process of its own: it is given its shots once, then fires volleys of them as it is told. */
type Order =
  | { readonly load: string; readonly shots: readonly { readonly [part in keyof Shot]: string | null }[] }
  | { readonly fire: string; readonly from: number; readonly to: number; readonly volley: VolleyOrder };

const loads = new Map<string, readonly Shot[]>();

process.on('message', (order: Order) => {
  if ('load' in order) {
    loads.set(order.load, order.shots.map(shotOf));
    process.send?.({ isLoaded: true });
    return;
  }
  const shots = loads.get(order.fire) ?? [];
  volley(shots.slice(order.from, order.to), order.volley).then(
    (fired) => process.send?.(fired),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on('disconnect', () => process.exit());
process.send?.({ isWaiting: true });

function shotOf({ request, expected, holds }: { readonly [part in keyof Shot]: string | null }): Shot {
  return { request: Buffer.from(request ?? ''), expected: expected === null ? null : Buffer.from(expected), holds };
}
