import { faultOfEmail } from '@guichet/domain/account/email-address';
import { contrastOnWhite, leastContrast, nearestReadable } from '@guichet/domain/school/colour-contrast';
import { reservedSlugs } from '@guichet/domain/school/slug';
import type { SchoolSheet } from '../campaign-file.ts';
import { quoted } from '../schema-faults.ts';
import { type Check, type Checked, repetitions, soundEntries } from './check.ts';

/** What concerns each member school's own page. */
export const schoolChecks: readonly Check[] = [
  slugsAreFree,
  slugsDiffer,
  namesDiffer,
  coloursAreReadable,
  contactsCanBeReached,
  emailsAreOrdinary,
];

const schools = (checked: Checked) => soundEntries(checked, '/schools', () => checked.file.schools);

function column(checked: Checked, member: 'slug' | 'name' | 'colour'): readonly (readonly [string, string])[] {
  return schools(checked).flatMap(([school, pointer]) => {
    const place = `${pointer}/${member}`;
    return checked.isSound(place) ? [[school[member], place] as const] : [];
  });
}

function slugsAreFree(checked: Checked) {
  return column(checked, 'slug')
    .filter(([slug]) => reservedSlugs.has(slug))
    .map(([slug, pointer]) => ({
      pointer,
      message: `is ${quoted(slug)}, a word the platform keeps for itself: name the school or its city`,
    }));
}

function slugsDiffer(checked: Checked) {
  return repetitions(
    column(checked, 'slug'),
    (slug) => `is ${quoted(slug)}, which another school already bears: give each its own`,
  );
}

function namesDiffer(checked: Checked) {
  return repetitions(column(checked, 'name'), (name) => `is ${quoted(name)}, which another school already bears: add the city`);
}

function coloursAreReadable(checked: Checked) {
  return column(checked, 'colour')
    .filter(([colour]) => contrastOnWhite(colour) < leastContrast)
    .map(([colour, pointer]) => {
      const contrast = Math.floor(contrastOnWhite(colour) * 100) / 100;
      const remedy = `the nearest that does is ${quoted(nearestReadable(colour))}`;
      return { pointer, message: `is ${quoted(colour)}, ${contrast}:1 on white where text needs ${leastContrast}:1: ${remedy}` };
    });
}

function contactsCanBeReached(checked: Checked) {
  return schools(checked).flatMap(([school, pointer]) => {
    const isJudged = ['', '/telephone', '/email'].every((part) => checked.isSound(`${pointer}/contact${part}`));
    if (!isJudged || canBeReached(school)) return [];
    return [{ pointer: `${pointer}/contact`, message: 'has neither telephone nor email: add one of them' }];
  });
}

function emailsAreOrdinary(checked: Checked) {
  return schools(checked).flatMap(([{ contact }, pointer]) => {
    const place = `${pointer}/contact/email`;
    const email = checked.isSound(place) ? (contact?.email ?? null) : null;
    if (email === null || faultOfEmail(email) === null) return [];
    return [
      {
        pointer: place,
        message: `is ${quoted(email)}, no address of an ordinary mailbox: write one such as admissions@school.example`,
      },
    ];
  });
}

const canBeReached = ({ contact }: SchoolSheet) => contact === null || contact.telephone !== null || contact.email !== null;
