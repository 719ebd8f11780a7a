import { readGivenCodes } from '@guichet/database/application/given-codes.read';
import type { Work } from '@guichet/database/session/work';
import type { Qualification } from '@guichet/domain/application/application';
import { faultsOfQualification } from '@guichet/domain/application/draft-faults';
import { sql } from 'kysely';
import type { ApplicationAct } from '../act-on-application.ts';
import { answersAfter, type Given } from './given-answers.ts';
import { type SectionFault, writeSection } from './write-section.ts';

export interface SaveQualification extends ApplicationAct {
  readonly qualification: Given<Qualification>;
}

const blank = { kind: null, mentionCode: null, title: null } as const;

/** Saves the title a candidate relies on; its mention is one of the national list. */
export const saveQualification = (work: Work, input: SaveQualification) =>
  writeSection(work, { operation: 'saveQualification', input, act: 'QUALIFICATION_SAVED' }, async ({ application }) => {
    const after = answersAfter<Qualification>(blank, application.qualification, input.qualification);
    const faults: SectionFault[] = faultsOfQualification(after);
    if (faults.length === 0) faults.push(...(await unknownMention(work, after.mentionCode)));
    if (faults.length > 0) return faults;
    await sql`update app.application set qualification = ${JSON.stringify(after)}::jsonb where id = ${application.id}`.execute(
      work.db,
    );
    return [];
  });

async function unknownMention({ db }: Work, code: string | null): Promise<SectionFault[]> {
  if (code === null) return [];
  const { unknownMentions } = await readGivenCodes(db, { mentions: [code] });
  return unknownMentions.map(() => ({ reason: 'UNKNOWN_VALUE', path: ['qualification', 'mentionCode'] }));
}
