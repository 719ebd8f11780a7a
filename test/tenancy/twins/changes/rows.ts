import { schoolOf } from '../../canary-world.ts';

/** Words of SQL for the rows of the fixture. */
export const A = `(select id from app.school where slug = '${schoolOf.A}')`;
export const B = `(select id from app.school where slug = '${schoolOf.B}')`;

const account = (email: string) => `(select account_id from app.person where email = '${email}')`;
export const staff = (name: string, side: 'A' | 'B') => account(`${name.toLowerCase()}@${schoolOf[side]}.example`);
export const candidateAccount = (name: string) => account(`${name.toLowerCase()}@candidat.example`);
export const candidate = (name: string) => `(select id from app.candidate where account_id = ${candidateAccount(name)})`;
/** This season's: a former one was received too. */
export const candidacy = (name: string, school: string) =>
  `(select id from app.candidacy where school_id = ${school} and candidate_id = ${candidate(name)}
    and campaign_id = (select id from app.campaign where state = 'OPEN'))`;
