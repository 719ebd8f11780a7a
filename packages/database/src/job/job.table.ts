import { type JobKind, jobStates } from '@guichet/domain/job/job';
import { allow } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, textOrNull, walled } from '../walls/define-table.ts';
import { anyone } from '../walls/rows.ts';

const shown = allow('S', ['app_platform'], anyone);

const run = defineEntity({
  name: 'JobRun',
  ...walled('job_run', [allow('SIUD', ['app_jobs'], anyone), shown]),
  properties: {
    id: randomId().primary(),
    // No list in the database: a further job needs no migration.
    kind: p.text().$type<JobKind>(),
    state: p.enum(jobStates),
    startedAt: instant(),
    finishedAt: instantOrNull(),
    done: p.integer().default(0),
    /** Null in every row: no job knows beforehand how much it will do, and nobody reads it. */
    total: p.integer().strictNullable(),
    /** Class and code of the failure, never its words. */
    error: textOrNull(),
  },
  indexes: [{ properties: ['startedAt', 'id'] }],
});
/** One run of a job that did something or failed (exécution d’une tâche). */
export class JobRun extends run.class {}
run.setClass(JobRun);

const pass = defineEntity({
  name: 'JobPass',
  ...walled('job_pass', [allow('SIU', ['app_jobs'], anyone), shown]),
  properties: {
    kind: p.text().$type<JobKind>().primary(),
    /** When a worker last looked, whether or not there was something to do. */
    at: instant(),
    /** Mail of this kind that waits, and that was given up; null for what sends none. */
    waiting: p.integer().strictNullable(),
    givenUp: p.integer().strictNullable(),
    /** Since when the oldest waits. */
    oldestAt: instantOrNull(),
  },
});
/** When each job last looked: how the consortium knows that a worker lives. */
export class JobPass extends pass.class {}
pass.setClass(JobPass);
