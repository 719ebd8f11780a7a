import { expect, jest, test } from '@jest/globals';
import { brokenPromises } from './judged/expectations.ts';
import { triedWith } from './judged/trial.ts';
import { fillDisk } from './kinds/fill-disk.ts';
import { aSite } from './site/site.ts';
import { aSmallDisk } from './site/small-disk.ts';

jest.setTimeout(300_000);

const disk = aSmallDisk(192);
const reason = 'reason' in disk ? `, not run: ${disk.reason}` : '';

(reason === '' ? test : test.skip)(
  `H-12 a full disk refuses a submission whole, and once there is space again nothing is lost or half there${reason}`,
  async () => {
    if ('reason' in disk) return;
    const site = await aSite({ disk: disk.folder });
    try {
      await site.startAll();
      const trial = await triedWith(site, { fault: fillDisk(disk), times: 1, candidates: 600 });
      expect(brokenPromises(trial, 4)).toEqual([]);
      expect(trial.again['UNAVAILABLE']).toBeGreaterThan(0);
    } finally {
      disk.free();
      await site.remove();
      disk.remove();
    }
  },
);
