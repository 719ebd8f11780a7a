import {
  type Answers,
  arrangementNeeds,
  type Contact,
  type Identity,
  type Qualification,
  qualificationKinds,
  type SpecialArrangements,
  type StudyYear,
  studyLevels,
  studyStatuses,
  type Unfinished,
} from './application.ts';
import {
  type Check,
  code,
  country,
  type Fault,
  faultsOfAnswers,
  institutionNumber,
  line,
  mark,
  oneOf,
  paragraphs,
  personName,
  someOf,
  studentNumber,
  wholeBetween,
} from './field-checks.ts';

/** Longest answers in code points, and longest list of years; the database's CHECKs hold the same figures. */
export const limits = { title: 200, addressLine: 120, city: 100, motivation: 3000, arrangements: 2000, studyYears: 20 } as const;

const youngest = 15;
const oldest = 100;
const mostEcts = 600;
const longestSpan = 60; // years of study, before the year of entry

/** An identity holds names in any script, a real birth date of somebody 15 to 100 years old on the day, a country, an INE or none. */
export const faultsOfIdentity = (identity: Unfinished<Identity>, today: Temporal.PlainDate): Fault[] =>
  faultsOfAnswers(
    identity,
    { lastName: personName, firstNames: personName, birthDate: bornBefore(today), nationality: country, ine: studentNumber },
    ['identity'],
  );

/** A contact holds plain lines; telephone and post code follow the French rules in France, plain ones abroad. */
export const faultsOfContact = (contact: Unfinished<Contact>): Fault[] =>
  faultsOfAnswers(
    contact,
    {
      telephone: telephoneIn(contact.country),
      addressLine1: line(limits.addressLine),
      addressLine2: line(limits.addressLine),
      postcode: postcodeIn(contact.country),
      city: line(limits.city),
      country,
    },
    ['contact'],
  );

/** Years of study hold whole credits (ECTS, 0 to 600), end no later than the year of entry and average out of 20. */
export function faultsOfStudies(studies: readonly Unfinished<StudyYear>[], entryYear: number): Fault[] {
  const title = line(limits.title);
  const checks: { readonly [Answer in keyof StudyYear]: Check<NonNullable<StudyYear[Answer]>> } = {
    institutionUai: institutionNumber,
    institutionName: title,
    country,
    diploma: title,
    level: oneOf(studyLevels),
    mentionCode: code,
    specialismTitle: title,
    ects: wholeBetween(0, mostEcts),
    year: wholeBetween(entryYear - longestSpan, entryYear),
    status: oneOf(studyStatuses),
    results: mark,
  };
  const max = limits.studyYears;
  const tooMany: Fault[] = studies.length > max ? [{ reason: 'TOO_MANY_ENTRIES', path: ['studies'], max }] : [];
  return [
    ...tooMany,
    ...studies.slice(0, max).flatMap((year, index) => faultsOfAnswers(year, checks, ['studies', String(index)])),
  ];
}

/** A title relied on is of a known kind and bears a code or a plain line. */
export const faultsOfQualification = (qualification: Unfinished<Qualification>): Fault[] =>
  faultsOfAnswers(qualification, { kind: oneOf(qualificationKinds), mentionCode: code, title: line(limits.title) }, [
    'qualification',
  ]);

/** A motivation holds paragraphs of at most 3,000 code points together. */
export const faultsOfMotivation = (answers: Unfinished<Answers>): Fault[] =>
  faultsOfAnswers(answers, { motivation: paragraphs(limits.motivation) }, ['answers']);

/** Arrangements name known needs, each once, and explain them in at most 2,000 code points. */
export const faultsOfArrangements = (arrangements: Unfinished<SpecialArrangements>): Fault[] =>
  faultsOfAnswers(arrangements, { needs: someOf(arrangementNeeds), text: paragraphs(limits.arrangements) }, ['arrangements']);

function bornBefore(today: Temporal.PlainDate): Check<string> {
  return (answer) => {
    const birth = /^\d{4}-\d{2}-\d{2}$/.test(answer) ? realDate(answer) : null;
    if (birth === null) return { reason: 'DATE_NOT_VALID' };
    const { years } = birth.until(today, { largestUnit: 'years' });
    const isAlive = Temporal.PlainDate.compare(birth, today) < 0;
    return isAlive && years >= youngest && years <= oldest ? null : { reason: 'AGE_OUT_OF_RANGE' };
  };
}

function realDate(text: string): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from(text);
  } catch {
    return null; // the library has no question, only this answer
  }
}

/** Where a telephone number has ten digits, and (the Pacific too) a post code five. */
const french = ['FR', 'GF', 'GP', 'MQ', 'RE', 'YT', 'PM', 'BL', 'MF'];
const frenchPost = [...french, 'NC', 'PF', 'WF'];

/** Whether a country's addresses bear a French post code, which is then required. */
export const hasFrenchPostcodes = (alpha2: string | null): boolean => frenchPost.includes(alpha2 ?? '');

/** A number of an unknown or a foreign country begins with + and the country's code; in France the national form does as well. It may be pasted with the blanks and hyphens of typography. */
const telephoneIn =
  (alpha2: string | null): Check<string> =>
  (answer) => {
    const digits = answer.length > 40 ? '' : answer.replace(/\(0\)|[ \u00a0\u2009\u202f.()\u2010\u2011-]/g, '');
    const isNational = french.includes(alpha2 ?? 'FR') && /^0[1-9]\d{8}$/.test(digits);
    const isInternational = digits.startsWith('+33') ? /^\+33[1-9]\d{8}$/.test(digits) : /^\+[1-9]\d{6,14}$/.test(digits);
    return isNational || isInternational ? null : { reason: 'TELEPHONE_NOT_VALID' };
  };

/** Five digits that begin with a department in France; elsewhere two to twelve letters, digits, blanks or hyphens. */
const postcodeIn =
  (alpha2: string | null): Check<string> =>
  (answer) => {
    const pattern = hasFrenchPostcodes(alpha2) ? /^(?:0[1-9]|[1-8]\d|9[0-578])\d{3}$/ : /^[A-Z0-9][A-Z0-9 -]{1,11}$/i;
    return pattern.test(answer) ? null : { reason: 'POSTCODE_NOT_VALID' };
  };
