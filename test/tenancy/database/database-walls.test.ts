import { afterAll, beforeAll } from '@jest/globals';
import { classMatrix } from './class-matrix.ts';
import { injectedSql } from './injected-sql.ts';
import { rowsStayInside } from './rows-stay-inside.ts';
import { unboundLogins } from './unbound-logins.ts';
import { aWalledWorld, type WalledWorld } from './walled-world.ts';
import { whatEffectsSee } from './what-effects-see.ts';
import { whatEffectsSeeOfPeople } from './what-effects-see-of-people.ts';

let fixture: WalledWorld;
beforeAll(async () => {
  fixture = await aWalledWorld();
}, 120_000);
afterAll(() => fixture.close());

// One world for all of them: whatever they try is rolled back.
unboundLogins(() => fixture);
injectedSql(() => fixture);
rowsStayInside(() => fixture);
whatEffectsSee(() => fixture);
whatEffectsSeeOfPeople(() => fixture);
classMatrix(() => fixture);
