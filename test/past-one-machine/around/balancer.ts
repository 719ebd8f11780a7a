import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Beside, startBeside } from './beside.ts';

export interface BalancerPlan {
  readonly haproxy: string;
  readonly folder: string;
  readonly port: number;
  /** Ports of the gateways, whether they serve or not. */
  readonly gateways: readonly number[];
}

/** HAProxy before the gateways: whoever does not call itself ready gets nothing, in turn among the others; no session sticks to one. */
export function startBalancer({ haproxy, folder, port, gateways }: BalancerPlan): Promise<Beside> {
  const file = join(folder, 'haproxy.cfg');
  writeFileSync(file, configuration(port, gateways));
  return startBeside({ path: haproxy, words: ['-db', '-f', file], port });
}

// In the words of the gateway, so that a client needs to know of no balancer: come again, under the same key.
const comeAgain = (status: number) =>
  `  http-error status ${status} content-type application/json string '{"errors":[{"message":"Unavailable","extensions":{"code":"UNAVAILABLE","retryAfter":1}}]}' hdr retry-after 1`;

// Sent again is only what reached nobody; a request that a gateway had begun is its client's to send again, under the same key.
const configuration = (port: number, gateways: readonly number[]) => `global
  maxconn 2000
defaults
  mode http
  timeout connect 1s
  timeout client 30s
  timeout server 30s
  timeout queue 2s
  retries 2
  option redispatch 1
  retry-on conn-failure
  timeout check 2s
${[502, 503, 504].map(comeAgain).join('\n')}
frontend public
  bind 127.0.0.1:${port}
  http-request del-header x-forwarded-for
  option forwardfor
  default_backend gateways
backend gateways
  balance roundrobin
  option httpchk GET /health/ready
  default-server inter 500ms fastinter 100ms fall 2 rise 1 check observe layer4 error-limit 1 on-error mark-down
${gateways.map((each, place) => `  server gateway${place} 127.0.0.1:${each}`).join('\n')}
`;
