import { exportFailures, exportFormats, exportStates } from '@guichet/domain/export/export-job';
import { queueOrders } from '../candidacy/queue.ts';
import { allow, type Role } from '../walls/allow.ts';
import { defineEntity, instant, instantOrNull, p, randomId, walled } from '../walls/define-table.ts';
import { anyone, functions, me, ownSchool } from '../walls/rows.ts';

const requesters: readonly Role[] = ['app_school', 'app_key'];
/** A key follows what it asked for itself: who of the school exports what is none of its business. */
const ofKey = `${ownSchool} and requested_by = ${me}`;

const job = defineEntity({
  name: 'ExportJob',
  ...walled(
    'export_job',
    [
      allow('S', ['app_school'], ownSchool),
      allow('S', ['app_key'], ofKey),
      allow('I', requesters, `${ownSchool} and requested_by = ${me} and state = 'QUEUED'`),
      allow('U', ['app_school'], ownSchool, ['state', 'finished_at']),
      allow('U', ['app_key'], ofKey, ['state', 'finished_at']),
      // Who runs jobs learns that there is one and for whom, never which candidacies: those it reads as the requester.
      allow('S', ['app_jobs'], anyone, [
        'school_id',
        'id',
        'requested_by',
        'state',
        'attempt',
        'lease_until',
        'created_at',
        'expires_at',
      ]),
      allow('U', ['app_jobs'], anyone, [
        'state',
        'attempt',
        'lease_until',
        'counted',
        'total',
        'rows',
        'bytes',
        'failure',
        'finished_at',
        'expires_at',
      ]),
    ],
    [
      'foreign key (school_id) references app.school (id)',
      // The campaign itself, not the membership: a school that once asked for a file may leave a campaign like any other.
      'foreign key (campaign_id) references app.campaign (id)',
    ],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    id: randomId().primary(),
    /** The account or the key that asked. */
    requestedBy: p.uuid(),
    campaignId: p.uuid(),
    format: p.enum(exportFormats),
    filter: p.json<Readonly<Record<string, unknown>>>(),
    orderBy: p.enum(queueOrders),
    columns: p.array().columnType('text[]'),
    withContent: p.boolean(),
    /** Language of headings and words. */
    locale: p.enum(['fr', 'en'] as const),
    state: p.enum(exportStates).default('QUEUED'),
    failure: p.enum(exportFailures).strictNullable(),
    /** Fences a worker that took too long: what it writes for an earlier attempt counts for nothing. */
    attempt: p.integer().default(0),
    leaseUntil: instantOrNull(),
    counted: p.integer().default(0),
    total: p.integer().strictNullable(),
    rows: p.integer().strictNullable(),
    bytes: p.integer().strictNullable(),
    createdAt: instant(),
    finishedAt: instantOrNull(),
    expiresAt: instantOrNull(),
  },
  indexes: [
    { name: 'export_job_newest', properties: ['schoolId', 'createdAt', 'id'] },
    {
      name: 'export_job_waiting',
      expression: `create index export_job_waiting on app.export_job (created_at) where state in ('QUEUED', 'RUNNING')`,
    },
  ],
});
/** A queue to be written to a file as its requester sees it (export). */
export class ExportJob extends job.class {}
job.setClass(ExportJob);

/** The row's export was asked for by this principal and stands so. */
const ofOwn = (
  state: string,
  more = '',
) => `${ownSchool} and exists (select from app.export_job j where j.school_id = export_chunk.school_id
  and j.id = export_chunk.job_id and j.attempt = export_chunk.attempt and j.requested_by = ${me} and j.state = '${state}'${more})`;

// Functions of today, as for the dossier itself: a file gives nobody what its rows no longer do. A key's scopes never change.
const readsToday = ` and case when j.with_content then ${functions} && array['ADMIN', 'OFFICER']
  else ${functions} && array['ADMIN', 'OFFICER', 'OBSERVER'] end`;

const chunk = defineEntity({
  name: 'ExportChunk',
  ...walled(
    'export_chunk',
    [
      allow('I', requesters, ofOwn('RUNNING')),
      allow('S', ['app_school'], ofOwn('DONE', readsToday)),
      allow('S', ['app_key'], ofOwn('DONE')),
      allow('S', ['app_jobs'], anyone, ['school_id', 'job_id', 'attempt']),
      allow('D', ['app_jobs'], anyone),
    ],
    ['foreign key (school_id, job_id) references app.export_job (school_id, id)'],
  ),
  properties: {
    schoolId: p.uuid().primary(),
    jobId: p.uuid().primary(),
    attempt: p.integer().primary(),
    number: p.integer().primary(),
    /** At most 256 KiB. */
    bytes: p.blob(),
  },
});
/** A piece of an export's file, in the database so that any gateway serves it; nobody reads it but who asked for it and still may. */
export class ExportChunk extends chunk.class {}
chunk.setClass(ExportChunk);
