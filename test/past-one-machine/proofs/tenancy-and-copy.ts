import { startMailSink } from '../../faults/site/mail-sink.ts';
import { aCanaryWorld } from '../../tenancy/canary-world.ts';
import { factsOf, principalsOf } from '../../tenancy/matrix/principals.ts';
import { startMachines } from '../machines.ts';
import { copyIsRead } from './copy-is-read.ts';
import type { Proof } from './proof.ts';
import { reducedMatrix } from './reduced-matrix.ts';

/** Over one fixture: everybody reads by way of the balancer with everybody's ids, then exports and counts are read from the copy. */
export const tenancyAndCopy: Proof = async (site, length) => {
  const fixture = await aCanaryWorld();
  const database = new URL(fixture.world.ownerUrl).pathname.slice(1);
  const [principals, facts, sink] = [principalsOf(fixture), await factsOf(fixture), await startMailSink()];
  try {
    const machines = await startMachines(site, { database, url: 'http://127.0.0.1:4000', smtpUrl: sink.smtpUrl });
    try {
      const matrix = await reducedMatrix({ fixture, facts, principals, port: machines.port }, length.everyDocument);
      const copy = await copyIsRead(site, machines, { fixture, principals });
      return { matrix, copy, faults: [...matrix.faults, ...copy.faults] };
    } finally {
      await machines.stop();
    }
  } finally {
    await fixture.world.close();
    await sink.stop();
  }
};
