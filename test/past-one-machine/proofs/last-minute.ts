import { peopleIn, shortRush } from '../../last-minute/arrivals.ts';
import { anEvening } from '../../last-minute/evening.ts';
import { rushHour } from '../../last-minute/rush-hour.ts';
import { evening } from '../../last-minute/variations.ts';
import { startMachines } from '../machines.ts';
import type { Proof } from './proof.ts';

/** The short form of the last minute, by way of the balancer: whoever was received in time is taken whole, at either gateway, and nobody after. */
export const lastMinute: Proof = async (site) => {
  const night = await anEvening(peopleIn(shortRush));
  try {
    const database = new URL(night.five.world.ownerUrl).pathname.slice(1);
    const machines = await startMachines(site, { database, url: 'http://127.0.0.1:4000', smtpUrl: night.catcher.smtpUrl });
    try {
      const { port } = machines;
      const people = night.candidates.planted;
      await warm(port, people);
      const {
        sent: all,
        faults,
        missed,
        ...figures
      } = await rushHour(night, { closesAt: evening, rush: shortRush, port, people });
      const isBusy = figures.clientLateMs > 25;
      return {
        ...figures,
        machineWasBusy: isBusy,
        missed: missed.length,
        mails: all.length > 0 ? night.caught.size : 0,
        faults: [...faults, ...(isBusy ? [] : missed)],
      };
    } finally {
      await machines.stop();
    }
  } finally {
    await night.close();
  }
};

async function warm(port: number, people: readonly { readonly cookie: string }[]): Promise<void> {
  const body = JSON.stringify({ query: '{ me { id } }' });
  const visit = async ({ cookie }: { readonly cookie: string }) => {
    const headers = { cookie, origin: 'http://127.0.0.1:4000', 'content-type': 'application/json' };
    await (await fetch(`http://127.0.0.1:${port}/graphql`, { method: 'POST', headers, body })).arrayBuffer();
  };
  for (let visits = 0; visits < 3; visits += 1) await Promise.all(people.slice(0, 20).map(visit));
}
