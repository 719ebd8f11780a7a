import { systemPrincipal } from '../session/hat.ts';

/**
 * The conditions of the class table, in init-plan form: the setting is read once per statement, not once per row
 * (4 ms against 169 on 300,000 rows).
 */
export const me = '(select app.principal())';
export const actingSchool = '(select app.acting_school())';
export const actingCandidate = '(select app.acting_candidate())';
export const presented = '(select app.presented())';
/** Whoever acts as the consortium, also within an effect; null under every other hat, whatever the person holds. */
export const actingAdministrator = '(select app.acting_administrator())';

/** Rows of the acting school. */
export const ownSchool = `school_id = ${actingSchool}`;
/** The same within an effect, for whoever acts as its team or its system; a reviewer is nobody there. */
export const ownTeam = `school_id = (select app.acting_team())`;
/** Rows of the acting candidate. */
export const ownCandidate = `candidate_id = ${actingCandidate}`;
/** Configuration: any known principal of a role that exists for it. */
export const anyone = `${me} is not null`;
/** Public classes. */
export const everything = 'true';

/** Whatever the platform itself does by the clock. */
export const asClock = `'${systemPrincipal}'::uuid = ${me}`;

/** The acting member's functions of today, whatever hat is worn: none once the membership has ended. */
export const functions = `(select m.functions from app.membership m where m.school_id = ${actingSchool} and m.account_id = ${me} and m.ended_at is null)`;

/** The row's candidacy is assigned to this reader, and was not taken back. */
export const assigned = (table: string, key = 'candidacy_id') =>
  `exists (select from app.assignment a where a.school_id = ${table}.school_id and a.candidacy_id = ${table}.${key} and a.reader_id = ${me} and a.ended_at is null)`;

/** The row's candidacy was opened by this reader: no reading without a trace. */
export const opened = (table: string, key = 'candidacy_id') =>
  `exists (select from app.opening o where o.school_id = ${table}.school_id and o.candidacy_id = ${table}.${key} and o.reader_id = ${me})`;

/** The row's candidacy is read by this administrator of the consortium under a break-glass that has not ended. */
export const broken = (table: string, key = 'candidacy_id') =>
  `exists (select from app.break_glass b where b.school_id = ${table}.school_id and b.candidacy_id = ${table}.${key} and b.principal_id = ${me} and b.ended_at is null)`;

/** The row's candidacy is one the acting candidate filed. */
export const filed = (table: string, key = 'candidacy_id') =>
  `exists (select from app.filing f where f.candidate_id = ${actingCandidate} and f.school_id = ${table}.school_id and f.candidacy_id = ${table}.${key})`;
