import { encodeId } from '@guichet/gateway/connection/node-id';
import type { CanaryWorld } from './canary-world.ts';

const sources = {
  Candidacy: 'candidacy',
  Dossier: 'candidacy',
  Reading: 'candidacy',
  Application: 'application',
  Candidate: 'candidate',
  Choice: 'candidacy',
  Label: 'label',
  Note: 'note',
  View: 'saved_view',
  Membership: 'membership',
  Invitation: 'invitation',
  Administrator: 'consortium_right',
  ApiKey: 'api_key',
  Person: 'membership',
  AuditEntry: 'audit',
} as const;

/** Ids of everything private in the fixture, at most ten of a kind; some types share the uuid of what they show. */
export async function privateIds({ world }: CanaryWorld): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const [type, table] of Object.entries(sources)) {
    const rows = await world.sql<{ id: string }>(`select id from app.${table} order by id limit 10`);
    ids.push(...rows.map(({ id }) => encodeId(type, id)));
  }
  return ids;
}
