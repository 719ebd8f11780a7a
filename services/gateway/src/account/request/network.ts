import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** Whether this is an address or a CIDR range; one whose length was left out after its stroke would be everybody. */
export function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...more] = entry.split('/');
  const longest = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
  const length = prefix === undefined ? longest : Number(/^\d{1,3}$/.exec(prefix)?.[0] ?? 0);
  return more.length === 0 && length >= 1 && length <= longest;
}

/** The proxies whose X-Forwarded-For is believed: addresses or CIDR ranges. Throws on one that is neither. */
export function trustedProxies(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    if (!isNetwork(entry)) throw new Error(`Not an address or a range of a trusted proxy: ${entry}`);
    const [address = '', prefix] = entry.split('/');
    const type = isIPv4(address) ? 'ipv4' : 'ipv6';
    if (prefix === undefined) list.addAddress(address, type);
    else list.addSubnet(address, Number(prefix), type);
  }
  return list;
}

/** Who truly calls: the last address of the chain that no trusted proxy of ours has. Anything else in the header is hearsay. */
export function clientAddress(peer: string, forwardedFor: string | undefined, trusted: BlockList): string {
  let caller = plainAddress(peer) ?? '0.0.0.0';
  for (const entry of (forwardedFor ?? '').split(',').toReversed()) {
    if (!trusted.check(caller, isIPv4(caller) ? 'ipv4' : 'ipv6')) return caller;
    const next = plainAddress(entry);
    if (next === null) return caller;
    caller = next;
  }
  return caller;
}

/** An address without port, brackets or zone; IPv4 mapped into IPv6 is IPv4 again. Null for anything else. */
export function plainAddress(text: string): string | null {
  // Nearly always: asked on every request.
  if (isIPv4(text)) return text;
  const bare = text
    .trim()
    .replace(/^\[([^\]]*)\](?::\d+)?$/, '$1')
    .replace(/^([\d.]+):\d+$/, '$1')
    .replace(/%.*$/, '');
  if (isIPv4(bare)) return bare;
  if (!isIPv6(bare)) return null;
  const groups = groupsOf(bare);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join('.');
  return groups.map((group) => group.toString(16)).join(':');
}

export interface Networks {
  /** One subscriber's line: the IPv4 address, or the IPv6 /64. */
  readonly line: string;
  /** Its neighbourhood: the IPv4 /24, or the IPv6 /48. */
  readonly neighbourhood: string;
}

/** The networks whose attempts count together with this address's. */
export function networksOf(address: string): Networks {
  if (isIPv4(address)) return { line: address, neighbourhood: `${address.split('.').slice(0, 3).join('.')}.0/24` };
  const groups = address.split(':');
  return { line: `${groups.slice(0, 4).join(':')}::/64`, neighbourhood: `${groups.slice(0, 3).join(':')}::/48` };
}

const bytesOf = (group: number) => [group >> 8, group & 0xff];

function groupsOf(address: string): number[] {
  const hex = address.replace(/(\d+)\.(\d+)\.(\d+)\.(\d+)$/, (_, ...bytes: string[]) => {
    const [a = 0, b = 0, c = 0, d = 0] = bytes.slice(0, 4).map(Number);
    return `${((a << 8) | b).toString(16)}:${((c << 8) | d).toString(16)}`;
  });
  const [head = '', tail] = hex.split('::');
  const before = numbers(head);
  const after = tail === undefined ? [] : numbers(tail);
  return [...before, ...Array<number>(8 - before.length - after.length).fill(0), ...after];
}

const numbers = (part: string) => (part === '' ? [] : part.split(':').map((group) => Number.parseInt(group, 16)));
