import { type ProbeServer, startProbe } from '@guichet/gateway/http/probe/probe-server';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ask, codeOf } from './probe-requests.ts';

let probe: ProbeServer;
beforeAll(async () => {
  probe = await startProbe();
});
afterAll(() => probe.drain());
afterEach(() => void (probe.logged as string[]).splice(0));

const masked = (line: string) => line.includes('internal-error');

describe('bugs', () => {
  test('A-22 C-28 whatever a resolver throws is masked behind a trace id that our log knows, without anybody’s data', async () => {
    for (const how of ['ERROR', 'STRING', 'UNDEFINED']) {
      const { status, text, errors } = await ask(probe, `{ failing(how: ${how}) }`);
      const { code, traceId } = errors[0]?.extensions ?? { code: '' };
      expect([status, code, errors[0]?.path]).toEqual([500, 'INTERNAL_SERVER_ERROR', ['failing']]);
      expect(text).not.toMatch(/marie|duplicate|unique|constraint|Key|thrown|\.ts|stack/);
      const logged = probe.logged.filter(masked).filter((line) => line.includes(String(traceId)));
      expect(logged).toHaveLength(1);
      expect(logged[0]).not.toContain('marie');
    }
    expect(probe.logged.find(masked)).toContain('23505');
    expect((await ask(probe, '{ hello }')).status).toBe(200);
  });

  test('A-22 a bug beside an answer leaves the status at 200 and the answer standing', async () => {
    const { status, data, errors } = await ask(probe, '{ hello failing(how: ERROR) }');
    expect([status, data, errors.length]).toEqual([200, { hello: 'hello world', failing: null }, 1]);
  });
});

describe('refusals', () => {
  test('a code sets the status when nothing at all could be answered', async () => {
    const told = async (document: string, who = '') => {
      const answer = await ask(probe, document, { headers: { 'x-probe': who } });
      return [answer.status, codeOf(answer), answer.headers.get('retry-after')];
    };
    expect(await told('{ account }')).toEqual([401, 'UNAUTHENTICATED', null]);
    expect(await told('{ secret }', 'officer')).toEqual([403, 'FORBIDDEN', null]);
    expect(await told('{ failing(how: NOT_FOUND) }')).toEqual([200, 'NOT_FOUND', null]);
    expect(await told('{ failing(how: KEY_REUSED) }')).toEqual([422, 'IDEMPOTENCY_KEY_REUSED', null]);
    expect(await told('{ failing(how: DEADLOCK) }')).toEqual([409, 'CONFLICT_RETRY', null]);
    expect(await told('{ failing(how: NO_CONNECTION) }')).toEqual([503, 'UNAVAILABLE', '1']);
    expect(await told('{ unknown }')).toEqual([400, 'GRAPHQL_VALIDATION_FAILED', null]);
    expect(await told('{')).toEqual([400, 'GRAPHQL_PARSE_FAILED', null]);
  });

  test('words come in French by default and in English where asked', async () => {
    const words = async (language: string) =>
      (await ask(probe, '{ account }', { headers: { 'accept-language': language } })).errors[0]?.message;
    expect(await words('')).toBe('Connectez-vous d’abord.');
    expect(await words('en-GB, fr;q=0.8')).toBe('Sign in first.');
    expect(await words('de, fr;q=0.5, en;q=0.9')).toBe('Sign in first.');
  });
});

describe('mutations', () => {
  test('B-33 of two mutations in one document, the second unauthorised, neither happens and neither is shown', async () => {
    const document = 'mutation { changeProbe(input: {name: "first of two"}) { name } openProbe { name } }';
    const answer = await ask(probe, document, { headers: { 'x-probe': 'candidate' } });
    expect([answer.status, codeOf(answer), answer.data]).toEqual([403, 'FORBIDDEN', null]);
    expect(probe.journal.slice(-3)).toEqual(['begin mutation', 'undone first of two', 'finish false']);
  });

  test('a mutation that fails, or whose commit fails, leaves nothing and says so', async () => {
    const failing = await ask(probe, 'mutation { changeProbe(input: {name: "doomed", failure: ERROR}) { name } }');
    expect([failing.data, probe.journal.slice(-2)]).toEqual([null, ['undone doomed', 'finish false']]);
    const lost = await ask(probe, 'mutation { changeProbe(input: {name: "fails to commit"}) { name } }');
    expect([lost.status, codeOf(lost), lost.data]).toEqual([409, 'CONFLICT_RETRY', null]);
  });

  test('a mutation that succeeds is kept', async () => {
    const { data } = await ask(probe, 'mutation { changeProbe(input: {name: "kept"}) { name } }');
    expect(data).toEqual({ changeProbe: { name: 'kept' } });
    expect(probe.journal.slice(-3)).toEqual(['begin mutation', 'kept kept', 'finish true']);
  });
});

describe('the log', () => {
  test('A-32 what a caller writes cannot forge a line: one line an event, all of it JSON', async () => {
    const forged = '\r\n[INFO] admin login';
    await ask(probe, `query { hello(to: ${JSON.stringify(forged)}) }`, { operationName: forged });
    await ask(probe, 'query A($to: String) { hello(to: $to) }', { operationName: 'A', variables: { to: forged } });
    const { url } = probe;
    await fetch(`${url}/nothing%0d%0a[INFO]%20admin?name=${encodeURIComponent(forged)}`, {
      headers: { 'user-agent': 'x [INFO] admin' },
    });
    const lines = probe.logged.map((chunk) => {
      expect(chunk.trimEnd()).not.toMatch(/[\r\n]/);
      return JSON.parse(chunk);
    });
    expect(lines.map(({ event, operation, path, status }) => [event, operation, path, status])).toEqual([
      ['request', forged, '/graphql', 400],
      ['request', 'A', '/graphql', 200],
      ['request', undefined, '/nothing%0d%0a[INFO]%20admin', 404],
    ]);
  });
});
