import { code, passages } from '../../mutants/mutant.ts';
import { apart } from './apart.ts';
import type { Variant } from './variant.ts';

const fanOut = 'packages/admissions/src/application/fan-out.ts';
const once = 'packages/admissions/src/once.ts';
const onApplication = 'packages/admissions/src/application/act-on-application.ts';
const executor = 'services/gateway/src/http/executor.ts';
const relay = 'services/worker/src/outbox/outbox-relay.ts';
const logins = ['app_login', 'app_work', 'auth_svc'];
const onceApart = { file: once, from: '/** The lock time passed', to: `${apart}/** The lock time passed` };

/** What isolation names, and what else a reasonable person might have written: each loses, doubles or halves something when the wrong thing breaks. */
export const twelveVariants: readonly Variant[] = [
  {
    name: 'the schools receive their copies after the commit',
    how: passages(
      { file: fanOut, from: 'async function fileCandidacies(', to: `${apart}async function fileCandidacies(` },
      { file: fanOut, from: '  const { copies } = submission;', to: '  await apart(work);\n  const { copies } = submission;' },
    ),
    shownBy: { kind: 'cutCommit', times: 12 },
  },
  {
    name: 'a submission is acknowledged before its commit',
    how: code(
      executor,
      '    await bound.finish(',
      '    setTimeout(5).then(() => bound.finish(kind === "query" || errors.length === 0)).catch(() => undefined);\n    void (',
    ),
    shownBy: { kind: 'cutCommit', times: 12 },
  },
  {
    name: 'a mail is marked as sent before it is sent',
    how: code(
      relay,
      'update app.outbox set next_try_at = ${asOf.add({ minutes: 1 }).toString()}\n      where id = ${id}',
      'update app.outbox set sent_at = ${asOf.toString()}, sealed_link = null\n      where id = ${id}',
    ),
    shownBy: { kind: 'spoilMail', times: 2 },
  },
  {
    name: 'keys are not unique',
    how: {
      kind: 'server',
      statements: ['alter table app.idempotency drop constraint idempotency_pkey'],
      undo: ['alter table app.idempotency add constraint idempotency_pkey primary key (principal_id, hat, key)'],
    },
    shownBy: { kind: 'loseAnswer', times: 3 },
  },
  {
    name: 'a key is kept before the act, in a transaction of its own',
    how: passages(onceApart, {
      file: once,
      from: '  const outcome = await perform();',
      to: `  const { applicationId } = act.input as { applicationId: string };
  await sql\`update app.idempotency set outcome = \${JSON.stringify({ applicationId })}::jsonb
    where principal_id = \${identity.principal} and hat = \${identity.hat} and key = \${identity.key}\`.execute(work.db);
  await apart(work);
  await sql\`savepoint act\`.execute(work.db);
  const outcome = await perform();`,
    }),
    shownBy: { kind: 'cutCommit', times: 12 },
  },
  {
    name: 'a commit that failed is told as done',
    how: code(executor, 'return failed(errors.length > 0 ? errors : [error]);', 'return error === null ? failed([]) : result;'),
    shownBy: { kind: 'cutCommit', times: 12 },
  },
  {
    name: 'what a key answers is kept after the commit',
    how: passages(
      onceApart,
      { file: onApplication, from: 'key: idempotencyKey, input, done }', to: 'key: idempotencyKey, input }' },
      {
        file: once,
        from: '  const outcome = await perform();',
        to: "  const outcome = await perform();\n  if (!('refused' in outcome)) await apart(work);",
      },
    ),
    shownBy: { kind: 'cutCommit', times: 12 },
  },
  {
    name: 'each try of a mail bears another message id',
    how: code(relay, 'send({ ...written, returnPath }', 'send({ ...written, id: crypto.randomUUID(), returnPath }'),
    shownBy: { kind: 'spoilMail', times: 2 },
  },
  {
    name: 'a commit does not wait for the disk',
    how: {
      kind: 'server',
      statements: [
        ...logins.map((login) => `alter role ${login} set synchronous_commit = off`),
        `alter system set wal_writer_delay = '10s'`,
        'select pg_reload_conf()',
        `select pg_terminate_backend(pid) from pg_stat_activity where usename in ('${logins.join("', '")}')`,
      ],
      undo: [
        ...logins.map((login) => `alter role ${login} reset synchronous_commit`),
        'alter system reset wal_writer_delay',
        'select pg_reload_conf()',
      ],
    },
    shownBy: { kind: 'stopServer', times: 2 },
  },
  {
    name: 'a drain cuts what is in hand',
    how: code('services/gateway/src/http/readiness.ts', 'closeAllConnections(), longestDrain)', 'closeAllConnections(), 0)'),
    shownBy: { kind: 'drain', times: 1 },
  },
  {
    name: 'whoever finds no connection free waits',
    how: code('packages/database/src/session/orm.ts', 'connectionTimeoutMillis: 2000,', 'connectionTimeoutMillis: 0,'),
    shownBy: { kind: 'exhaustPool', times: 1 },
  },
  {
    name: 'a lost connection keeps its place in the pool',
    how: code(
      'packages/database/src/session/connection/extended-client.ts',
      '    if (this.#isLost) return nothing;\n    try {\n      return await rollBack();\n    } catch {\n      return nothing;\n    }\n',
      '    return rollBack();\n',
    ),
    // Each kill takes the places of those who were in a transaction at that moment; readings give theirs back by themselves.
    shownBy: { kind: 'killBackend', times: 20 },
  },
];
