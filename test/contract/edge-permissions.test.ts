import { apiScopes } from '@guichet/domain/key/api-scope';
import { bareProbeSchema, probePermissions } from '@guichet/gateway/http/probe/probe-schema';
import { startProbe } from '@guichet/gateway/http/probe/probe-server';
import { coverageFaults, joinLines } from '@guichet/gateway/permissions/coverage';
import { person } from '@guichet/gateway/permissions/permission';
import { permissionSheet } from '@guichet/gateway/permissions/sheet';
import { shielded } from '@guichet/gateway/permissions/shield';
import { expect, test } from '@jest/globals';
import { execute, parse } from 'graphql';
import { ask, codeOf } from './probe-requests.ts';

const callers = ['', 'nameless', 'candidate', 'observer', 'officer', 'admin', 'reviewer', 'consortium', 'key'];

test('the kind of principal alone decides: nobody signs in, several hats choose one, the wrong one may not', async () => {
  const probe = await startProbe();
  const answers = async (field: string) => {
    const all = callers.map((who) => ask(probe, `{ ${field} }`, { headers: { 'x-probe': who } }));
    return (await Promise.all(all)).map((answer) => answer.errors[0]?.extensions['reason'] ?? codeOf(answer) ?? 'answered');
  };
  const table = { account: await answers('account'), queue: await answers('queue'), secret: await answers('secret') };
  await probe.drain();
  const [yes, no, who, hat] = ['answered', 'FORBIDDEN', 'UNAUTHENTICATED', 'CHOOSE_HAT'];
  expect(table).toEqual({
    account: [who, yes, yes, yes, yes, yes, yes, yes, no],
    queue: [who, hat, no, yes, yes, yes, no, no, no],
    secret: [who, hat, no, no, no, no, no, yes, no],
  });
});

test('B-34 a rule that throws refuses and never grants', async () => {
  const broken = new (class extends Set<'consortium'> {
    override has(): boolean {
      throw new Error('the rule itself is broken');
    }
  })();
  const schema = shielded(bareProbeSchema(), { ...probePermissions, 'Query.secret': broken });
  const probe = await startProbe({ schema });
  const answer = await ask(probe, '{ secret }', { headers: { 'x-probe': 'consortium' } });
  await probe.drain();
  expect([answer.data, codeOf(answer)]).toEqual([{ secret: null }, 'INTERNAL_SERVER_ERROR']);
  expect(probe.logged.join('')).toContain('the rule itself is broken');
});

test('a rule is asked anew for each field: no answer is kept, neither for the request nor for what was asked', async () => {
  const schema = shielded(bareProbeSchema(), probePermissions);
  let asked = 0;
  const asking = {
    accountId: null,
    // Somebody whose right ends between two fields of one request.
    get hat() {
      asked += 1;
      return { kind: asked === 1 ? 'CONSORTIUM' : 'CANDIDATE', functions: [] };
    },
  };
  const { data, errors = [] } = await execute({
    schema,
    document: parse('{ first: secret second: secret }'),
    contextValue: asking,
  });
  expect([data?.['second'], errors.map(({ path }) => path)]).toEqual([null, [['second']]]);
});

test('a refusal thrown behind a guarded field keeps its code', async () => {
  const probe = await startProbe({ schema: shielded(bareProbeSchema(), { ...probePermissions, 'Query.failing': person }) });
  const headers = { 'x-probe': 'candidate' };
  const answers = await Promise.all(['NOT_FOUND', 'DEADLOCK'].map((how) => ask(probe, `{ failing(how: ${how}) }`, { headers })));
  await probe.drain();
  expect(answers.map(codeOf)).toEqual(['NOT_FOUND', 'CONFLICT_RETRY']);
});

test('a field without a permission, a permission without a field, and a field named twice keep the gateway from starting', () => {
  const { 'Query.secret': secret, ...withoutSecret } = probePermissions;
  const schema = bareProbeSchema();
  expect(coverageFaults(schema, probePermissions)).toEqual([]);
  expect(() => shielded(schema, withoutSecret)).toThrow('Query.secret has no permission');
  expect(() => shielded(schema, { ...probePermissions, 'Query.gone': 'allow' })).toThrow('Query.gone is no field');
  expect(() => joinLines(probePermissions, { 'Query.secret': secret ?? 'allow' })).toThrow(
    'Two permissions for one field: Query.secret',
  );
});

test('open fields keep their bare resolver, guarded ones are wrapped', () => {
  const bare = bareProbeSchema();
  const guarded = shielded(bare, probePermissions);
  const resolverOf = (schema: typeof bare, type: 'Probe' | 'Query', field: string) => {
    const found = schema.getType(type);
    return found !== undefined && 'getFields' in found ? (found.getFields()[field] as { resolve?: unknown }).resolve : null;
  };
  expect(resolverOf(guarded, 'Probe', 'name')).toBe(resolverOf(bare, 'Probe', 'name'));
  expect(resolverOf(guarded, 'Query', 'hello')).toBe(resolverOf(bare, 'Query', 'hello'));
  expect(resolverOf(guarded, 'Query', 'secret')).not.toBe(resolverOf(bare, 'Query', 'secret'));
});

test('the permission sheet prints one row a field and one column a kind of principal', () => {
  const rows = permissionSheet(probePermissions).split('\n');
  const keys = apiScopes.length;
  expect(rows.find((row) => row.startsWith('| Field'))).toBe(
    `| Field | public | person | candidate | observer | officer | admin | reviewer | consortium | ${apiScopes.map((scope) => `key:${scope}`).join(' | ')} |`,
  );
  expect(rows.find((row) => row.includes('Query.secret'))).toBe(
    `| \`Query.secret\` |  |  |  |  |  |  |  | yes |${'  |'.repeat(keys)}`,
  );
  expect(rows.find((row) => row.includes('Query.queue'))).toBe(
    `| \`Query.queue\` |  |  |  | yes | yes | yes |  |  |${'  |'.repeat(keys)}`,
  );
  expect(rows.find((row) => row.includes('Probe.name'))).toBe(`| \`Probe.name\` |${' all |'.repeat(8 + keys)}`);
});
