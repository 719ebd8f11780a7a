import { createHmac } from 'node:crypto';
import { derived } from '@guichet/database/session/secrets';

/**
 * What a trail keeps of where a request came from: a digest under a key of the platform's. Two entries of one network are alike, and
 * nobody without the secret finds out which network that is.
 */
export function networkDigests(secret: string): (network: string) => string {
  const key = derived(secret, 'network of the trail');
  return (network) => createHmac('sha256', key).update(network).digest('hex');
}
