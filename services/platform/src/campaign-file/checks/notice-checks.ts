import type { IntakeSheet, NoticeSheet } from '../campaign-file.ts';
import { type PointedFault, quoted } from '../schema-faults.ts';
import { type Check, type Checked, repetitions, soundEntries } from './check.ts';
import { declaredCodes } from './specialism-checks.ts';

/** What concerns each school's notice; whether it is complete is judged when the campaign opens, not here. */
export const noticeChecks: readonly Check[] = [
  specialismsAreDeclared,
  choiceIsWithinSpecialisms,
  routesDiffer,
  divisionsFit,
  articlesDiffer,
];

function notices(checked: Checked): readonly (readonly [NoticeSheet, string])[] {
  return soundEntries(checked, '/schools', () => checked.file.schools).flatMap(([school, pointer]) =>
    checked.isSound(`${pointer}/notice`) ? [[school.notice, `${pointer}/notice`] as const] : [],
  );
}

function specialismsAreDeclared(checked: Checked) {
  const declared = declaredCodes(checked);
  if (declared === null) return [];
  return notices(checked).flatMap(([notice, pointer]) =>
    soundEntries(checked, `${pointer}/specialisms`, () => notice.specialisms)
      .filter(([code]) => !declared.has(code))
      .map(([code, place]) => ({
        pointer: place,
        message: `is ${quoted(code)}, which /specialisms does not declare: declare or remove it`,
      })),
  );
}

function choiceIsWithinSpecialisms(checked: Checked) {
  return notices(checked).flatMap(([notice, pointer]) => {
    const place = `${pointer}/specialismsPerChoice`;
    if (!checked.isSound(place) || !checked.isSound(`${pointer}/specialisms`)) return [];
    const offered = notice.specialisms.length;
    if (offered === 0 || notice.specialismsPerChoice <= offered) return [];
    return [
      {
        pointer: place,
        message: `is ${notice.specialismsPerChoice} while the school admits ${offered} specialisms: write ${offered} or less`,
      },
    ];
  });
}

function intakes(checked: Checked): readonly (readonly [IntakeSheet, string, NoticeSheet, string])[] {
  return notices(checked).flatMap(([notice, pointer]) =>
    soundEntries(checked, `${pointer}/intake`, () => notice.intake).map(
      ([intake, place]) => [intake, place, notice, pointer] as const,
    ),
  );
}

function routesDiffer(checked: Checked) {
  return notices(checked).flatMap(([notice, pointer]) => {
    const routes = soundEntries(checked, `${pointer}/intake`, () => notice.intake)
      .map(([{ route }, place]) => [route, `${place}/route`] as const)
      .filter(([, place]) => checked.isSound(place));
    return repetitions(routes, (route) => `is ${quoted(route)}, which the intake plan already has: leave one entry per route`);
  });
}

function divisionsFit(checked: Checked): readonly PointedFault[] {
  return intakes(checked).flatMap(([intake, place, notice, noticePlace]) => {
    const division = `${place}/bySpecialism`;
    if (!checked.isSound(division) || intake.bySpecialism === null) return [];
    const parts = soundEntries(checked, division, () => intake.bySpecialism ?? []);
    const named = parts.map(([{ code }, part]) => [code, `${part}/code`] as const).filter(([, part]) => checked.isSound(part));
    return [
      ...(checked.isSound(`${noticePlace}/specialisms`) ? strangers(named, notice) : []),
      ...repetitions(named, (code) => `is ${quoted(code)}, which already has its places: leave one entry`),
      ...(areSummable(checked, intake, place) ? sumFaults(intake, place) : []),
    ];
  });
}

function strangers(named: readonly (readonly [string, string])[], notice: NoticeSheet): readonly PointedFault[] {
  return named
    .filter(([code]) => !notice.specialisms.includes(code))
    .map(([code, pointer]) => ({
      pointer,
      message: `is ${quoted(code)}, which this school does not admit: add it to its specialisms or remove it here`,
    }));
}

function areSummable(checked: Checked, intake: IntakeSheet, place: string): boolean {
  const parts = (intake.bySpecialism ?? []).map((_, index) => `${place}/bySpecialism/${index}`);
  return checked.isSound(`${place}/seats`) && parts.every((part) => checked.isSound(part) && checked.isSound(`${part}/seats`));
}

function sumFaults({ seats, bySpecialism }: IntakeSheet, place: string): readonly PointedFault[] {
  const sum = (bySpecialism ?? []).reduce((total, part) => total + part.seats, 0);
  if (seats === sum) return [];
  const remedy =
    seats === null
      ? `a number not published cannot be divided: write ${sum} or remove the division`
      : `its division holds ${sum}: make both agree`;
  return [{ pointer: `${place}/seats`, message: `is ${quoted(seats)}: ${remedy}` }];
}

function articlesDiffer(checked: Checked) {
  return notices(checked).flatMap(([notice, pointer]) => {
    const articles = soundEntries(checked, `${pointer}/articles`, () => notice.articles);
    const rules = articles
      .map(([{ rule }, place]) => [rule, `${place}/rule`] as const)
      .filter(([, place]) => checked.isSound(place));
    return repetitions(
      rules,
      (rule) => `is ${quoted(rule)}, for which another article already stands: name one article per rule`,
    );
  });
}
