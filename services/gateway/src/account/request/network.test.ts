import { describe, expect, test } from '@jest/globals';
import { clientAddress, networksOf, plainAddress, trustedProxies } from './network.ts';

const of = (text: string) => networksOf(plainAddress(text) ?? '');

describe('who is calling', () => {
  const proxies = trustedProxies(['10.0.0.0/8', '::1']);

  test.each([
    { what: 'a stranger is not believed', peer: '203.0.113.9', header: '198.51.100.1', caller: '203.0.113.9' },
    { what: 'a trusted proxy is', peer: '10.1.2.3', header: '198.51.100.1', caller: '198.51.100.1' },
    {
      what: 'only the last stranger of a chain counts',
      peer: '10.1.2.3',
      header: '1.1.1.1, 198.51.100.1, 10.9.9.9',
      caller: '198.51.100.1',
    },
    {
      what: 'a trusted proxy in its mapped form is known',
      peer: '::ffff:10.1.2.3',
      header: '198.51.100.1',
      caller: '198.51.100.1',
    },
    { what: 'a header that holds no address is left', peer: '10.1.2.3', header: 'unknown', caller: '10.1.2.3' },
    { what: 'no header leaves the peer', peer: '::1', header: undefined, caller: '0:0:0:0:0:0:0:1' },
  ])('$what', ({ peer, header, caller }) => {
    expect(clientAddress(peer, header, proxies)).toBe(caller);
  });

  test('a range without its length believes nobody, rather than everybody', () => {
    for (const wrong of ['10.0.0.0/', '10.0.0.0/33', '10.0.0.0/8/8', 'proxy.local', ''])
      expect(() => trustedProxies([wrong])).toThrow();
  });

  test('one IPv4 address has one form, mapped or not, with a port or without', () => {
    const forms = ['192.0.2.7', '::ffff:192.0.2.7', '::FFFF:c000:207', '192.0.2.7:443', '[::ffff:192.0.2.7]:443'];
    expect(new Set(forms.map(plainAddress))).toEqual(new Set(['192.0.2.7']));
  });

  test('all addresses of one IPv6 /64 are one line, and of one /48 one neighbourhood', () => {
    expect(of('2001:db8:1:2::5')).toEqual({ line: '2001:db8:1:2::/64', neighbourhood: '2001:db8:1::/48' });
    expect(of('2001:DB8:1:2:ffff::%eth0')).toEqual(of('2001:db8:1:2::5'));
    expect(of('2001:db8:1:3::5').line).not.toBe(of('2001:db8:1:2::5').line);
    expect(of('2001:db8:1:3::5').neighbourhood).toBe(of('2001:db8:1:2::5').neighbourhood);
  });

  test('a proxy that is neither address nor range is refused at start', () => {
    expect(() => trustedProxies(['proxy.example'])).toThrow('proxy.example');
  });
});
