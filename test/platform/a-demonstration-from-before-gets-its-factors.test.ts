import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFactor } from '@guichet/database/account/factor-secret';
import { factorTexts } from '@guichet/gateway/account/second-factor/time-code';
import { completeFactors } from '@guichet/platform/demonstration/known-accounts';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { secret } from '../world/server.ts';
import { aWorld, type World } from '../world/world.ts';

const data = mkdtempSync(join(tmpdir(), 'guichet-before-'));
const file = join(data, 'demo-accounts.json');
const account = (kind: string, email: string) => ({ kind, school: 'imt-mines-albi', email, password: 'as-it-was' });

let world: World;
beforeAll(async () => {
  world = await aWorld();
});
afterAll(async () => {
  await world.close();
  rmSync(data, { recursive: true, force: true });
});

test('accounts written down before there were second factors get one where it is required, once, and keep the rest', async () => {
  const email = 'admin@imt-mines-albi.example';
  await world.sql(`delete from auth.second_factor where user_id = (select id from auth."user" where email = $1)`, [email]);
  const before = [
    account('school-admin', email),
    account('reviewer', 'jury@imt-mines-albi.example'),
    account('candidate', 'c@candidat.example'),
  ];
  writeFileSync(file, JSON.stringify(before), { mode: 0o644 });
  await completeFactors({ ownerUrl: world.ownerUrl, secret }, data);
  const written = readFileSync(file, 'utf8');
  const [admin, reviewer, candidate] = JSON.parse(written) as { totpSecret: string | null; note?: string }[];
  const [row] = await world.sql<{ id: string; sealed: Buffer }>(
    `select u.id, f.sealed_secret as sealed from auth.second_factor f join auth."user" u on u.id = f.user_id
     where u.email = $1 and f.confirmed_at is not null`,
    [email],
  );
  expect(factorTexts(openFactor(secret, row?.id ?? '', row?.sealed ?? Buffer.alloc(0)), email).base32).toBe(admin?.totpSecret);
  expect(admin).toMatchObject(before[0] ?? {});
  expect(reviewer).toEqual({ ...before[1], totpSecret: null, note: expect.stringContaining('no confidential class') });
  expect(candidate).toEqual({ ...before[2], totpSecret: null });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await completeFactors({ ownerUrl: world.ownerUrl, secret }, data);
  expect(readFileSync(file, 'utf8')).toBe(written);
});
