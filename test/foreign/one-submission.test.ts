import { addressOf, provision } from '@guichet/database/server/provision';
import { describe, expect, test } from '@jest/globals';
import { openCampaign, submitted } from '../world/dossier.ts';
import { prepareDatabases } from '../world/server.ts';
import { aWorld } from '../world/world.ts';
import { startForeign } from './start-foreign.ts';

const ownership = { database: 'guichet', owner: 'app_owner', ownerPassword: 'the owner of a foreign server' };
const schools = ['imt-mines-ales', 'imt-mines-albi', 'imt-lille-douai'];

describe.each([16, 17, 18] as const)('on a foreign PostgreSQL %i, sorting by its own locale', (version) => {
  test('one dossier reaches three schools, and each team finds it in its own queue', async () => {
    const server = await startForeign(version);
    const usual = { ...process.env };
    try {
      await provision(server.superuserUrl, ownership);
      const ownerUrl = addressOf(server.superuserUrl, ownership);
      await prepareDatabases(server.superuserUrl, ownerUrl);
      Object.assign(process.env, { GUICHET_TEST_ADMINISTRATOR: server.superuserUrl, GUICHET_TEST_OWNER: ownerUrl });
      const world = await aWorld();
      try {
        const claire = await world.candidate('Claire');
        const { reference } = await submitted(claire, { schools });
        for (const slug of schools) {
          const officer = await world.member(slug, ['OFFICER']);
          const { id } = await openCampaign(officer);
          const { desk } = await officer.read(
            `query ($campaign: ID!) { desk { school { slug } candidacies(campaignId: $campaign, orderBy: LAST_NAME_ASC, first: 10) {
              edges { node { state dossier { reference } } } } } }`,
            { campaign: id },
          );
          expect(desk).toEqual({
            school: { slug },
            candidacies: { edges: [{ node: { state: 'RECEIVED', dossier: { reference } } }] },
          });
        }
      } finally {
        await world.close();
      }
    } finally {
      Object.assign(process.env, usual);
      await server.stop();
    }
  });
});
