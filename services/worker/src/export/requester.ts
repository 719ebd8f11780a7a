import { hatsOf } from '@guichet/admissions/account/hats-of';
import type { ExportJobRow } from '@guichet/database/export/export-job.read';
import { type Hat, personHat, schoolHat } from '@guichet/database/session/hat';
import { type Binding, inWork } from '@guichet/database/session/work';
import { mayExport } from '@guichet/domain/export/export-rules';
import type { Claimed } from './claim-export.ts';

/** The requester's own hat in the school, by the rights held at this moment; null when there are none any more. */
export async function requesterOf(binding: Binding, { schoolId, requesterId }: Claimed): Promise<Hat | null> {
  const { memberships } = await inWork(binding, personHat(requesterId), hatsOf);
  const held = memberships.find((each) => each.schoolId === schoolId);
  return held ? schoolHat(requesterId, schoolId, held.functions) : null;
}

/** Whether the requester, as of now, may have what was asked for then. */
export const mayStillExport = (hat: Hat, { withContent }: ExportJobRow): boolean => mayExport(hat, withContent);
